/**
 * What a producer is promised: {@code acks}, {@code enable.idempotence}, transactions and {@code min.insync.replicas} as
 * one value, and which of these settings contradict each other. Pure: imports only the JDK.
 */
package io.producerbench.guarantee;
