/**
 * Latency and counts on their way from the hot path to JMH's result and the interval log: histograms that one thread
 * writes, the JMH results that carry them home from a fork and merge by adding, and HdrHistogram's own log format.
 */
package io.producerbench.latency;
