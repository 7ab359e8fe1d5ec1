package io.producerbench.sweep;

import io.producerbench.cluster.Cluster;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.results.sample.Warmth;
import io.producerbench.run.Progress;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The brokers of a sweep. When one of their nodes dies by itself, all are started anew and the run
 * goes on, because the topics of a sweep live no longer than a sample.
 */
final class SweptCluster implements AutoCloseable {
    /** More deaths than these are no accident. */
    static final int MOST_DEATHS = 3;

    private final Supplier<Started> start;
    private final Progress progress;
    private Started running;
    private int deaths;

    /** Brokers that were started and warmed. */
    record Started(Cluster cluster, Warmth warmth) {}

    /** @param start starts and warms brokers; on failure it leaves none running */
    SweptCluster(Supplier<Started> start, Progress progress) {
        this.start = start;
        this.progress = progress;
        this.running = start.get();
    }

    /**
     * Returns brokers of which none died by itself, new ones if need be.
     *
     * @throws EnvironmentException if brokers have died too often, or their disk is almost full
     */
    Started alive() {
        Optional<String> death = running.cluster().failure();
        if (death.isPresent()) {
            deaths++;
            running.cluster().close();
            if (deaths > MOST_DEATHS) {
                throw new EnvironmentException("brokers died " + deaths + " times, the last time: " + death.get()
                        + "; find out why, then go on with --resume");
            }
            progress.report(death.get() + "; starting the brokers anew");
            running = start.get();
        }
        running.cluster().diskProblem().ifPresent(problem -> {
            throw new EnvironmentException(problem);
        });
        return running;
    }

    Cluster cluster() {
        return running.cluster();
    }

    @Override
    public void close() {
        running.cluster().close();
    }
}
