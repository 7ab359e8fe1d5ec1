/**
 * The cost of each mode, measured by a sweep, beside its anomalies under each fault, counted by
 * trials.
 */
package io.producerbench.report.cost;
