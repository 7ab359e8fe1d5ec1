package io.producerbench.results;

/**
 * The columns of {@code curve.csv} and {@code curve-summary.csv} that no other file has. A row of
 * {@code curve.csv} begins with all columns of {@code samples.csv}.
 */
public final class CurveKeys {
    public static final ColumnKey PHASE = new ColumnKey("phase");
    public static final ColumnKey MAXIMUM = new ColumnKey("maximum_records_per_s");
    public static final ColumnKey SHARE_OF_MAXIMUM = new ColumnKey("share_of_maximum");
    public static final ColumnKey DUE = new ColumnKey("due");
    public static final ColumnKey LATE = new ColumnKey("late");
    public static final ColumnKey ABOUT = new ColumnKey("about");
    public static final ColumnKey GOAL = new ColumnKey("latency_goal");
    public static final ColumnKey GOAL_PERCENT = new ColumnKey("goal_percent");
    public static final ColumnKey GOAL_MS = new ColumnKey("goal_ms");
    public static final ColumnKey LOWER_BOUND = new ColumnKey("lower_bound_records_per_s");
    public static final ColumnKey UPPER_BOUND = new ColumnKey("upper_bound_records_per_s");
    public static final ColumnKey CONDITIONAL_THROUGHPUT = new ColumnKey("conditional_throughput_records_per_s");
    public static final ColumnKey RESULT = new ColumnKey("result");

    /** The value of {@link #ABOUT} in a row about a goal. */
    public static final String ABOUT_GOAL = "goal";

    /** The value of {@link #ABOUT} in a row about a load. */
    public static final String ABOUT_LOAD = "load";

    private CurveKeys() {}
}
