package io.producerbench.compare;

/** The comparisons whose p-values are adjusted together. */
enum MetricFamily {
    /** The metrics that cells are judged by: rates and 99th percentiles. */
    PRIMARY,
    /** The metrics that are compared beside them. */
    SECONDARY
}
