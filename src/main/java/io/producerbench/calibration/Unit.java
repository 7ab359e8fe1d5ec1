package io.producerbench.calibration;

import java.util.Locale;

/** The unit of a value, and the number of its significant decimals. */
public enum Unit {
    NANOS("ns", 1),
    MICROS("µs", 1),
    MILLIS("ms", 2),
    RATIO("ratio", 4),
    SHARE("share", 5),
    ALLOWANCE("of allowance", 3),
    BYTES_PER_RECORD("bytes/record", 2),
    RECORDS("records", 1),
    RECORDS_PER_SECOND("records/s", 0);

    private final String label;
    private final int decimals;

    Unit(String label, int decimals) {
        this.label = label;
        this.decimals = decimals;
    }

    public String label() {
        return label;
    }

    /** Returns the number for programs, without a thousands separator. */
    public String plain(double value) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** Returns the number for people, with a thousands separator. */
    public String text(double value) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
