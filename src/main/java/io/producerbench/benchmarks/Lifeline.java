package io.producerbench.benchmarks;

import java.io.IOException;
import java.io.InputStream;

/**
 * Ends a fork as soon as the program that started it has ended, however it ended. The brokers end
 * with that program, and without this a fork would wait for them until its records expire.
 */
final class Lifeline {
    private static final int PARENT_ENDED = 1;

    private Lifeline() {}

    /**
     * When this returns, this JVM will not outlive its parent. JMH writes nothing to a fork's
     * standard input and never closes it, so its end is the parent's end. To wait for that costs
     * no CPU time, unlike asking again and again whether the parent lives.
     */
    static void hold() {
        // Not exit(), because a shutdown hook could wait for brokers.
        over(System.in, () -> Runtime.getRuntime().halt(PARENT_ENDED));
    }

    /** Runs {@code end} when the input has ended. */
    static void over(InputStream input, Runnable end) {
        Thread thread = new Thread(
                () -> {
                    awaitEnd(input);
                    end.run();
                },
                "lifeline");
        thread.setDaemon(true);
        thread.start();
    }

    private static void awaitEnd(InputStream input) {
        try {
            while (input.read() >= 0) {
                // Something on the input is no news of the parent.
            }
        } catch (IOException broken) {
            // The parent's end is gone too.
        }
    }
}
