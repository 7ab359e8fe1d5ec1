package io.producerbench.latency;

/** Waits for a thread that has been told to end. */
public final class ThreadEnd {
    private ThreadEnd() {}

    /**
     * Returns when the thread has ended. An interrupt does not end the wait, because the caller would
     * use what the thread still changes; it is kept for the caller.
     */
    public static void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
