package io.producerbench.guarantees.verification;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a topic from its beginning with a consumer of its own, which belongs to no group and never skips anything. */
public final class Reader {
    private Reader() {}

    /**
     * Reads up to the barriers. What lies behind a barrier is not read.
     *
     * @param barriers the offset of the barrier in each partition, as {@link Barrier#write} told it
     * @return with those partitions incomplete whose barrier was not seen at its offset within {@code patience}
     */
    public static ReadBack read(
            String bootstrapServers,
            String topic,
            Isolation isolation,
            Map<Integer, Long> barriers,
            Duration patience) {
        if (barriers.isEmpty()) {
            throw new IllegalArgumentException("expected a barrier in each partition of " + topic + ", got none");
        }
        long deadline = System.nanoTime() + patience.toNanos();
        Map<Integer, Long> ends = new TreeMap<>();
        barriers.forEach((partition, offset) -> ends.put(partition, offset + 1));
        try (PartitionReader reading = new PartitionReader(bootstrapServers, topic, isolation, ends)) {
            reading.run(deadline);
            Set<Integer> incomplete = reading.unread();
            barriers.forEach((partition, offset) -> {
                // Another record may stand there if the log was cut and written again.
                if (!offset.equals(reading.lastBarriers().get(partition))) {
                    incomplete.add(partition);
                }
            });
            return new ReadBack(isolation, reading.records(), incomplete);
        }
    }

    /**
     * Reads what can be seen now: up to the end offsets, for {@link Isolation#READ_COMMITTED} the last stable offsets, of the
     * moment of the call. What is sent after that moment is not in it, however it was acknowledged.
     *
     * @return with those partitions incomplete that did not tell their end, or could not be read up to it, within {@code patience}
     */
    public static ReadBack look(
            String bootstrapServers, String topic, int partitions, Isolation isolation, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Map<Integer, Long> ends = LogEnds.seen(bootstrapServers, topic, partitions, isolation, patience.dividedBy(2));
        Set<Integer> incomplete = new TreeSet<>();
        for (int partition = 0; partition < partitions; partition++) {
            if (!ends.containsKey(partition)) {
                incomplete.add(partition);
            }
        }
        try (PartitionReader reading = new PartitionReader(bootstrapServers, topic, isolation, ends)) {
            reading.run(deadline);
            incomplete.addAll(reading.unread());
            return new ReadBack(isolation, reading.records(), incomplete);
        }
    }
}
