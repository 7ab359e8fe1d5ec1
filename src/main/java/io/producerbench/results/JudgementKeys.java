package io.producerbench.results;

/**
 * The columns that the program reads back of what was compared: in duets, in comparisons and in
 * calibrations.
 */
public final class JudgementKeys {
    public static final ColumnKey BASE_ARM = new ColumnKey("base_arm");
    public static final ColumnKey NEW_ARM = new ColumnKey("new_arm");
    public static final ColumnKey SCENARIO = new ColumnKey("scenario");
    public static final ColumnKey PAIRS = new ColumnKey("pairs");
    public static final ColumnKey BASE_MEDIAN = new ColumnKey("base_median");
    public static final ColumnKey NEW_MEDIAN = new ColumnKey("new_median");
    public static final ColumnKey DROPPED = new ColumnKey("dropped");
    public static final ColumnKey METRIC = new ColumnKey("metric");
    public static final ColumnKey UNIT = new ColumnKey("unit");
    public static final ColumnKey RATIO = new ColumnKey("ratio");
    public static final ColumnKey CONFIDENCE = new ColumnKey("confidence");
    public static final ColumnKey MARGIN = new ColumnKey("margin");
    public static final ColumnKey JUDGEMENT = new ColumnKey("judgement");
    public static final ColumnKey GOAL = new ColumnKey("goal");
    public static final ColumnKey MEASURE = new ColumnKey("measure");
    public static final ColumnKey SETTING = new ColumnKey("setting");
    public static final ColumnKey MEDIAN = new ColumnKey("median");
    public static final ColumnKey LOW_95 = new ColumnKey("low95");
    public static final ColumnKey HIGH_95 = new ColumnKey("high95");
    public static final ColumnKey VALUES = new ColumnKey("values");
    public static final ColumnKey TARGET = new ColumnKey("target");
    public static final ColumnKey MARK = new ColumnKey("mark");

    public static final ColumnKey QUESTION = new ColumnKey("question");
    public static final ColumnKey RULE = new ColumnKey("rule");
    public static final ColumnKey STATISTIC = new ColumnKey("statistic");
    public static final ColumnKey COUNT = new ColumnKey("count");
    public static final ColumnKey OF = new ColumnKey("of");

    private JudgementKeys() {}

    /** Returns the key of the logarithm of a pair's ratio of a metric. */
    public static ColumnKey logRatio(ColumnKey metric) {
        return metric.of("log_ratio");
    }
}
