package io.producerbench.results;

/** The columns of {@code calibration.csv} that are read. */
public final class CalibrationKeys {
    public static final ColumnKey MEASURE = new ColumnKey("measure");
    public static final ColumnKey MEDIAN = new ColumnKey("median");

    private CalibrationKeys() {}
}
