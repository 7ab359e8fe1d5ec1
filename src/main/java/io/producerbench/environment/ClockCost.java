package io.producerbench.environment;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The cost of reading {@link System#nanoTime} on this machine, and the smallest difference that it
 * shows. No latency measured here can be smaller.
 */
public record ClockCost(double nanosPerCall, long smallestStepNanos) {
    private static final int WARM_UP_ROUNDS = 5;
    /** Odd, so that the median is one of them. */
    private static final int ROUNDS = 11;

    private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** Measures for a third of a second, in the calling thread. */
    public static ClockCost measure() {
        return measure(System::nanoTime);
    }

    static ClockCost measure(LongSupplier clock) {
        ClockCost[] rounds = new ClockCost[WARM_UP_ROUNDS + ROUNDS];
        Arrays.setAll(rounds, round -> round(clock));
        ClockCost[] measured = Arrays.copyOfRange(rounds, WARM_UP_ROUNDS, rounds.length);
        // The median, because a round in which the thread was descheduled says nothing about the
        // clock.
        double[] costs = Arrays.stream(measured)
                .mapToDouble(ClockCost::nanosPerCall)
                .sorted()
                .toArray();
        long smallestStep = Arrays.stream(measured)
                .mapToLong(ClockCost::smallestStepNanos)
                .min()
                .orElseThrow();
        return new ClockCost(costs[ROUNDS / 2], smallestStep);
    }

    /**
     * Measures for a fixed time, not for a number of calls, because clock sources differ in cost by
     * a factor of a hundred.
     */
    private static ClockCost round(LongSupplier clock) {
        long calls = 0;
        long smallestStep = Long.MAX_VALUE;
        long start = clock.getAsLong();
        long now = start;
        while (now - start < ROUND_NANOS) {
            long previous = now;
            now = clock.getAsLong();
            calls++;
            if (now != previous) {
                smallestStep = Math.min(smallestStep, now - previous);
            }
        }
        return new ClockCost((double) (now - start) / calls, smallestStep);
    }
}
