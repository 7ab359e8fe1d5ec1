package io.producerbench.guarantees.experiments;

import io.producerbench.guarantees.experiments.Experiment.Cost;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Runs events one after the other, and makes up for trials that turn out to say nothing. */
public final class TrialRunner implements AutoCloseable {
    /** So often an event may be tried again: what does not bite then is broken, not unlucky. */
    private static final int MORE_ATTEMPTS = 1;

    private static final int THREADS = 8;

    private final TrialCluster on;
    private final Path ledgers;
    private final Map<TrialCell, Integer> numbers = new HashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final ExecutorService forgetters = Executors.newFixedThreadPool(THREADS / 2);
    private CompletableFuture<Void> forgetting = CompletableFuture.completedFuture(null);
    private long run;

    /**
     * @param ledgers a directory for the trials' ledgers
     * @param firstRun the first of as many numbers as there are trials, which make their records unlike any other trial's
     */
    public TrialRunner(TrialCluster on, Path ledgers, long firstRun) {
        this.on = on;
        this.ledgers = ledgers;
        this.run = firstRun;
    }

    /** Every result is given to {@code results} as soon as it is there, invalid ones included. */
    public void run(List<TrialCell> cells, Consumer<TrialResult> results) {
        List<TrialCell> wanted = cells;
        for (int attempt = 0; attempt <= MORE_ATTEMPTS && !wanted.isEmpty(); attempt++) {
            List<TrialResult> given = attempt(wanted);
            given.forEach(results);
            wanted = given.stream()
                    .filter(result -> !result.isValid())
                    .map(TrialResult::cell)
                    .toList();
        }
    }

    private List<TrialResult> attempt(List<TrialCell> cells) {
        TrialEvent event = new TrialEvent(on, threads);
        for (TrialCell cell : cells) {
            event.stage(cell, numbers.merge(cell, 1, Integer::sum), run++, ledgers);
        }
        try {
            event.prepare();
            // Topics go while others come, but no broker may die meanwhile.
            if (cells.get(0).experiment().cost() == Cost.KILL) {
                forgetting.join();
            }
            return event.run();
        } finally {
            forgetting = CompletableFuture.allOf(forgetting, CompletableFuture.runAsync(event::forget, forgetters));
        }
    }

    /** When this returns, no topic of any trial is left. */
    @Override
    public void close() {
        try {
            forgetting.join();
        } finally {
            threads.shutdown();
            forgetters.shutdown();
        }
    }
}
