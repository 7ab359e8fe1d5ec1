package io.producerbench.guarantees.experiments;

import io.producerbench.guarantees.experiments.Experiment.TrialCost;
import io.producerbench.guarantees.experiments.TrialResult.Told;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs events one after the other, and repeats trials that told nothing. */
public final class TrialRunner implements AutoCloseable {
    /**
     * How often an event is tried again. A fault that still has no effect after that is a defect of
     * the recipe.
     */
    private static final int MORE_ATTEMPTS = 1;

    private static final int THREADS = 8;

    private final Function<ExecutorService, TrialEvent> events;
    private final Path ledgers;
    private final FinishedTrials finished;
    private final Map<TrialCell, Integer> numbers = new HashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final ExecutorService forgetters = Executors.newFixedThreadPool(THREADS / 2);
    private CompletableFuture<Void> forgetting = CompletableFuture.completedFuture(null);
    private long run;

    /**
     * @param ledgers a directory for the trials' ledgers
     * @param firstRun the first run number; each trial takes the next one, so that its records are
     *     unlike any other trial's
     * @param finished what a run that goes on has tried already
     */
    public TrialRunner(TrialCluster on, Path ledgers, long firstRun, FinishedTrials finished) {
        this(threads -> new TrialEventOnBrokers(on, threads), ledgers, firstRun, finished);
    }

    /** @param events opens an event that may use the given threads */
    TrialRunner(Function<ExecutorService, TrialEvent> events, Path ledgers, long firstRun, FinishedTrials finished) {
        this.finished = finished;
        this.events = events;
        this.ledgers = ledgers;
        this.run = firstRun;
    }

    /**
     * Tries each cell once, and the cells whose trial told nothing once more. Every result is given
     * to {@code results}. What is finished already is not tried again, and counts.
     */
    public void run(List<TrialCell> cells, Consumer<TrialResult> results) {
        List<TrialCell> wanted = cells;
        for (int attempt = 0; attempt <= MORE_ATTEMPTS && !wanted.isEmpty(); attempt++) {
            List<Told> told = new ArrayList<>(finished.take(wanted));
            List<TrialCell> missing = new ArrayList<>(wanted);
            for (Told trial : told) {
                missing.remove(trial.cell());
                numbers.merge(trial.cell(), 1, Integer::sum);
                run++;
            }
            if (!missing.isEmpty()) {
                List<TrialResult> given = attempt(missing);
                given.forEach(results);
                given.forEach(result -> told.add(result.told()));
            }
            wanted = told.stream()
                    .filter(trial -> !trial.isValid())
                    .map(Told::cell)
                    .toList();
        }
    }

    private List<TrialResult> attempt(List<TrialCell> cells) {
        TrialEvent event = events.apply(threads);
        for (TrialCell cell : cells) {
            event.stage(cell, numbers.merge(cell, 1, Integer::sum), run++, ledgers);
        }
        try {
            event.prepare();
            // Topics may be deleted while others are created, but not while a broker dies.
            if (cells.get(0).experiment().cost() == TrialCost.KILL) {
                forgetting.join();
            }
            return event.run();
        } finally {
            forgetting = CompletableFuture.allOf(forgetting, CompletableFuture.runAsync(event::forget, forgetters));
        }
    }

    /** When this returns, every trial's topic is deleted. */
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
