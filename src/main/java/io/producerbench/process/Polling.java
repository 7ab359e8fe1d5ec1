package io.producerbench.process;

import io.producerbench.failure.FailedStepException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** Waits until a condition holds, for at most this long. */
public record Polling(Duration limit) {

    private static final long FIRST_PAUSE_MS = 2;
    private static final long LONGEST_PAUSE_MS = 50;

    public static Polling seconds(long seconds) {
        return new Polling(Duration.ofSeconds(seconds));
    }

    /**
     * Returns true as soon as the condition holds, false if it does not hold within the limit.
     *
     * @throws FailedStepException if the thread is interrupted while it waits
     */
    public boolean await(BooleanSupplier condition) {
        return await(condition, Polling::sleep);
    }

    /**
     * Like {@link #await(BooleanSupplier)}, but an interrupt does not end the wait. The thread
     * stays interrupted.
     */
    public boolean awaitUninterruptibly(BooleanSupplier condition) {
        return await(condition, pauseMs -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMs)));
    }

    private boolean await(BooleanSupplier condition, LongConsumer pause) {
        long start = System.nanoTime();
        long pauseMs = FIRST_PAUSE_MS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > limit.toNanos()) {
                return false;
            }
            pause.accept(pauseMs);
            pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
        }
        return true;
    }

    private static void sleep(long pauseMs) {
        try {
            Thread.sleep(pauseMs);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new FailedStepException("interrupted while waiting for the cluster", interrupted);
        }
    }
}
