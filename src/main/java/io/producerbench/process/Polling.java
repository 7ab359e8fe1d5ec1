package io.producerbench.process;

import io.producerbench.failure.FailedStepException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How long a condition is waited for. */
public record Polling(Duration limit) {

    private static final long FIRST_PAUSE_MS = 2;
    private static final long LONGEST_PAUSE_MS = 50;

    public static Polling seconds(long seconds) {
        return new Polling(Duration.ofSeconds(seconds));
    }

    /** Returns true as soon as the condition holds, false when the limit has passed without. */
    public boolean await(BooleanSupplier condition) {
        long start = System.nanoTime();
        long pauseMs = FIRST_PAUSE_MS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > limit.toNanos()) {
                return false;
            }
            pause(pauseMs);
            pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
        }
        return true;
    }

    private static void pause(long pauseMs) {
        try {
            Thread.sleep(pauseMs);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new FailedStepException("interrupted while waiting for the cluster", interrupted);
        }
    }
}
