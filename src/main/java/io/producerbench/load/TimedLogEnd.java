package io.producerbench.load;

/**
 * A topic's log end and the moment for which it holds.
 *
 * @param records the sum of the end offsets of all partitions, control records included
 * @param nanos the middle between question and answer, on the clock of {@link System#nanoTime}
 */
public record TimedLogEnd(long records, long nanos) {}
