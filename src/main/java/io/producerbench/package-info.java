/**
 * What each delivery setting of a Kafka producer costs, and what it really guarantees. This package
 * holds only the entry point; {@code docs/decisions} and the package descriptions below it say how
 * the parts fit together.
 */
package io.producerbench;
