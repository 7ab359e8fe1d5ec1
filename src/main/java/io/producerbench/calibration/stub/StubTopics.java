package io.producerbench.calibration.stub;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;

/** The topics of a stub broker. A topic exists as soon as a client asks for it. */
final class StubTopics {
    private final int partitions;
    private final KeptLogs kept;
    private final Map<String, StubTopic> byName = new HashMap<>();
    private final Map<Uuid, StubTopic> byId = new HashMap<>();

    /** One topic, with the logs of its partitions. */
    record StubTopic(String name, Uuid id, List<PartitionLog> partitions) {}

    StubTopics(int partitions, KeptLogs kept) {
        this.partitions = partitions;
        this.kept = kept;
    }

    StubTopic named(String name) {
        StubTopic topic = byName.get(name);
        return topic == null ? create(name) : topic;
    }

    /**
     * Returns the topic with this id, or with this name if the version of the request has no topic
     * ids.
     */
    StubTopic of(Uuid id, String name) {
        if (id.equals(Uuid.ZERO_UUID)) {
            return named(name);
        }
        StubTopic topic = byId.get(id);
        if (topic == null) {
            throw new IllegalArgumentException("expected the id of a topic of this stub broker, got " + id);
        }
        return topic;
    }

    Collection<StubTopic> all() {
        return byName.values();
    }

    private StubTopic create(String name) {
        List<PartitionLog> logs = IntStream.range(0, partitions)
                .mapToObj(partition -> new PartitionLog(kept.create(name, partition)))
                .toList();
        StubTopic topic = new StubTopic(name, Uuid.randomUuid(), logs);
        byName.put(name, topic);
        byId.put(topic.id, topic);
        return topic;
    }
}
