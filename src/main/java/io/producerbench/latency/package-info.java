/**
 * Latency and counts, from the hot path to JMH's result and the interval log: histograms with one
 * writing thread, the JMH results that bring them from a fork and merge by adding, and
 * HdrHistogram's own log format.
 */
package io.producerbench.latency;
