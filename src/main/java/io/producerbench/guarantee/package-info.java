/**
 * The promise to a producer: {@code acks}, {@code enable.idempotence}, transactions and
 * {@code min.insync.replicas} as one value, and which of these settings contradict each other. The
 * package is pure: it imports only the JDK.
 */
package io.producerbench.guarantee;
