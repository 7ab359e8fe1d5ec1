package io.producerbench.process;

import java.util.concurrent.TimeUnit;

/** Time as code sees it that waits or measures, so that a test can let it pass at once. */
public interface Ticker {
    /** The time of {@link System#nanoTime} and of this thread's sleep. */
    Ticker SYSTEM = new Ticker() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleepMillis(long millis) throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(millis);
        }
    };

    /** Returns nanoseconds since some fixed moment; only differences mean something. */
    long nanos();

    /** When this returns, that time has passed. */
    void sleepMillis(long millis) throws InterruptedException;
}
