package io.producerbench.benchmarks;

import java.util.List;

/**
 * The client's own counts at one moment, over all producers since they started.
 *
 * @param nanos the moment, on the clock of {@link System#nanoTime}
 * @param succeeded callbacks without an exception
 * @param controlRecords commit and abort markers written, and what another producer wrote
 */
record ClientCount(long nanos, long succeeded, long controlRecords) {
    /** @param otherOffsets offsets that a producer has used which is not measured */
    static ClientCount of(List<RecordedProducer> producers, long otherOffsets) {
        return new ClientCount(
                System.nanoTime(),
                producers.stream()
                        .mapToLong(producer -> producer.paced().succeeded())
                        .sum(),
                producers.stream()
                                .mapToLong(producer -> producer.paced().controlRecords())
                                .sum()
                        + otherOffsets);
    }

    /**
     * Returns the middle between this count and a later one, which is the best estimate for a
     * moment in between.
     */
    ClientCount middle(ClientCount later) {
        return new ClientCount(
                middle(nanos, later.nanos),
                middle(succeeded, later.succeeded),
                middle(controlRecords, later.controlRecords));
    }

    private static long middle(long low, long high) {
        return low + (high - low) / 2;
    }
}
