package io.producerbench.report.picture;

/**
 * One measured value.
 *
 * @param tip shown while a pointer rests on its dot
 */
record ChartValue(double value, String tip) {}
