/**
 * The JMH classes and their one {@code @State}. A benchmark gets bootstrap servers and a topic, and
 * does not know how the brokers were started.
 */
package io.producerbench.benchmarks;
