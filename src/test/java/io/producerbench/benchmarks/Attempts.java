package io.producerbench.benchmarks;

/**
 * Repeats an experiment whose result the host can spoil but not mend: what runs beside it only ever
 * adds time, so one attempt that agrees with the truth shows that the measuring does. A fault in
 * the measuring is there in every attempt.
 */
final class Attempts {
    interface Attempt {
        void run() throws Exception;
    }

    private Attempts() {}

    /** Fails as the last attempt did, if none succeeds. */
    static void upTo(int most, Attempt attempt) throws Exception {
        AssertionError failure = null;
        for (int i = 0; i < most; i++) {
            try {
                attempt.run();
                return;
            } catch (AssertionError e) {
                if (failure != null) {
                    e.addSuppressed(failure);
                }
                failure = e;
            }
        }
        throw failure;
    }
}
