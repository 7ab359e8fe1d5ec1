/** Other usual ways to measure a producer, kafka-producer-perf-test first of all, on the same brokers beside ours. */
package io.producerbench.calibration.peers;
