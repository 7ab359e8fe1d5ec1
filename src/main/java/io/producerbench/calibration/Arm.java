package io.producerbench.calibration;

import java.util.Locale;

/** The programs that a calibration compares. */
public enum Arm {
    /** The shortest loop that can send the records. */
    BARE_LOOP,
    /** This suite, in closed loop, timing 1 record in 16. */
    MAX_RATE,
    /** This suite in closed loop, timing every record. */
    MAX_RATE_EVERY_RECORD,
    /** This suite in open loop. */
    FIXED_RATE,
    /** A JMH benchmark of {@code send()} that waits for no acknowledgement. */
    NAIVE_SEND,
    /** kafka-producer-perf-test. */
    PERF_TEST;

    /** Returns the name in the CSV files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
