/**
 * Measures the same brokers with the other usual tools, above all kafka-producer-perf-test, and
 * compares them with ours.
 */
package io.producerbench.calibration.peers;
