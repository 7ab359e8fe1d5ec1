/**
 * The JMH classes and their one {@code @State}. A benchmark is handed bootstrap servers and a topic and never knows who
 * started the brokers.
 */
package io.producerbench.benchmarks;
