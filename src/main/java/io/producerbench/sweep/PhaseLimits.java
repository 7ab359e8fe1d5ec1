package io.producerbench.sweep;

import io.producerbench.cluster.ClusterKind;
import io.producerbench.scenario.Scenario;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * After how long a step of a sweep is ended. Each limit is some times what the step takes on two
 * cores, and minutes more, because it is to catch what hangs and never what is slow.
 */
public record PhaseLimits(Effort effort) {
    private static final int TIMES = 3;
    private static final Duration MORE = Duration.ofMinutes(4);
    private static final Duration START = Duration.ofMinutes(6);

    /** An image may have to be fetched first. */
    private static final Duration START_OF_CONTAINERS = Duration.ofMinutes(30);

    Duration start(ClusterKind kind) {
        boolean fetches = kind == ClusterKind.CONTAINERS || kind == ClusterKind.COMPOSE;
        return fetches ? START_OF_CONTAINERS : START;
    }

    Duration warmUp() {
        return BrokerWarmUp.atMost(effort.brokerWarmUpRounds())
                .multipliedBy(TIMES)
                .plus(MORE);
    }

    /**
     * Returns the limit of a sample. A time-out that the user gave JMH is JMH's to obey, so the
     * limit is beyond it.
     */
    public Duration sample(Scenario scenario, CommandLineOptions options) {
        long timeout =
                options.getTimeout().hasValue() ? options.getTimeout().get().convertTo(TimeUnit.SECONDS) : 0;
        int iterations =
                effort.iterations().warmupIterations() + effort.iterations().measurementIterations();
        return effort.perSample(scenario).multipliedBy(TIMES).plus(MORE).plusSeconds(timeout * iterations);
    }
}
