package io.producerbench.sweep;

import io.producerbench.jmh.ForkIterations;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.scenario.Feasibility;
import io.producerbench.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How much time is spent on a sample, on the sweep and on warming the brokers. All defaults stand
 * here; JMH's options replace them.
 */
public record Effort(int blocks, ForkIterations iterations, int brokerWarmUpRounds) {

    private static final ForkIterations ITERATIONS =
            new ForkIterations(1, TimeValue.seconds(3), 1, TimeValue.seconds(3));

    /** After so many rounds brokers are usually warm, on two cores; a slow moment takes some more. */
    private static final int USUAL_ROUNDS = 18;

    /** Six blocks, because with fewer a median has no distribution-free 95 % interval. */
    private static final Effort FULL = new Effort(6, ITERATIONS, 32);

    private static final Effort QUICK = new Effort(1, ITERATIONS, 24);

    /**
     * What a sample takes beside its iterations: JVM start, connecting, topic and tear-down.
     * Measured on two cores.
     */
    private static final Duration AROUND_SAMPLE = Duration.ofMillis(2_600);

    /** What a broker's death and return take, mostly the session timeout. Measured on two cores. */
    private static final Duration OUTAGE = Duration.ofSeconds(22);

    /** What a sample takes whose records are refused: the wait until they expire. */
    private static final Duration REFUSAL = Duration.ofSeconds(8);

    /** Fewer rounds between samples, because only one broker of three is cold then. */
    private static final int ROUNDS_BETWEEN = 6;

    private static final Duration AROUND_ITERATION = Duration.ofMillis(400);
    private static final Duration START = Duration.ofSeconds(20);

    public static Effort of(boolean quick, OptionalInt brokerWarmUpRounds, CommandLineOptions options) {
        return (quick ? QUICK : FULL).with(brokerWarmUpRounds, options);
    }

    /** Returns the effort of a run whose forks have other iterations than a sweep's by default. */
    public static Effort of(ForkIterations defaults, OptionalInt brokerWarmUpRounds, CommandLineOptions options) {
        return new Effort(FULL.blocks, defaults, FULL.brokerWarmUpRounds).with(brokerWarmUpRounds, options);
    }

    private Effort with(OptionalInt warmUpRounds, CommandLineOptions options) {
        return new Effort(
                options.getForkCount().orElse(blocks),
                new ForkIterations(
                        options.getWarmupIterations().orElse(iterations.warmupIterations()),
                        options.getWarmupTime().orElse(iterations.warmupTime()),
                        options.getMeasurementIterations().orElse(iterations.measurementIterations()),
                        options.getMeasurementTime().orElse(iterations.measurementTime())),
                warmUpRounds.orElse(brokerWarmUpRounds));
    }

    /** Returns about how long one sample of {@code scenario} takes. */
    Duration perSample(Scenario scenario) {
        Duration sample = scenario.isRefused() ? REFUSAL : perFork().plus(filling(scenario));
        return scenario.brokersDown() == 0 ? sample : sample.plus(OUTAGE);
    }

    /**
     * Returns how long transactions are filled beside the windows. The log end is read between two
     * transactions, before and after each window, so each time one is filled first.
     */
    private Duration filling(Scenario scenario) {
        int readings = 2 * (iterations.warmupIterations() + iterations.measurementIterations());
        return Duration.ofMillis((long) (1000 * Feasibility.fillingSeconds(scenario) * readings));
    }

    /** Beside its warm-up the client is compiled for about as long again. */
    private Duration perFork() {
        return AROUND_SAMPLE
                .plus(lasting(iterations.warmupIterations(), iterations.warmupTime()))
                .plus(lasting(iterations.warmupIterations(), iterations.warmupTime()))
                .plus(lasting(iterations.measurementIterations(), iterations.measurementTime()));
    }

    private static Duration lasting(int count, TimeValue time) {
        return AROUND_ITERATION.plusNanos(time.convertTo(TimeUnit.NANOSECONDS)).multipliedBy(count);
    }

    /**
     * Returns true if the brokers must be warmed between two samples. A broker that was killed
     * comes back cold, which matters unless the next sample kills it again.
     */
    public static boolean needsWarmUp(Step before, Step after) {
        return before.scenario().brokersDown() > 0 && after.scenario().brokersDown() == 0;
    }

    /** Returns how many rounds the brokers are warmed at most between two samples. */
    int warmUpRoundsBetween() {
        return Math.min(brokerWarmUpRounds, ROUNDS_BETWEEN);
    }

    /**
     * Returns about how long each of these samples takes when they follow one another, with the
     * warm-up before it.
     */
    public List<Duration> each(List<Step> samples) {
        List<Duration> each = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            boolean cold = i > 0 && needsWarmUp(samples.get(i - 1), samples.get(i));
            Duration sample = perSample(samples.get(i).scenario());
            each.add(cold ? sample.plus(BrokerWarmUp.atMost(warmUpRoundsBetween())) : sample);
        }
        return each;
    }

    /** Returns about how long all these samples take together, with the start of the brokers. */
    public Duration total(List<Step> samples) {
        int rounds = Math.min(brokerWarmUpRounds, USUAL_ROUNDS);
        return each(samples).stream().reduce(START.plus(BrokerWarmUp.atMost(rounds)), Duration::plus);
    }
}
