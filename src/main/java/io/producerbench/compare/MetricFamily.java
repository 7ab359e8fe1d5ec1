package io.producerbench.compare;

/** Which comparisons are adjusted together. */
enum MetricFamily {
    /** What the cells were measured for: rates and 99th percentiles. */
    PRIMARY,
    /** What is compared beside that. */
    SECONDARY
}
