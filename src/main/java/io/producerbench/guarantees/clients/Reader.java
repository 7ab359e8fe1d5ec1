package io.producerbench.guarantees.clients;

import io.producerbench.guarantees.verification.Isolation;
import io.producerbench.guarantees.verification.ReadBack;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads a topic from its beginning with its own consumer, which belongs to no group and never skips
 * a record.
 */
public final class Reader {
    private Reader() {}

    /**
     * Reads up to the barriers and no further.
     *
     * @param barriers the offset of the barrier in each partition, as {@link Barrier#write}
     *     returned it
     * @return what was read; a partition is incomplete if its barrier was not seen at its offset
     *     within {@code patience}
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
                // Another record may be there if the log was cut and written again.
                if (!offset.equals(reading.lastBarriers().get(partition))) {
                    incomplete.add(partition);
                }
            });
            return new ReadBack(isolation, reading.records(), incomplete);
        }
    }

    /**
     * Reads the records that consumers can see at the moment of the call: up to the end offsets,
     * for {@link Isolation#READ_COMMITTED} up to the last stable offsets. Records sent later are
     * not read.
     *
     * @return what was read; a partition is incomplete if its end was not known, or could not be
     *     reached, within {@code patience}
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
