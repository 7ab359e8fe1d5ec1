package io.producerbench.calibration.stub;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;

/** The topics of a stub broker. Each exists from the moment it is asked for. */
final class StubTopics {
    private final int partitions;
    private final Map<String, Topic> byName = new HashMap<>();
    private final Map<Uuid, Topic> byId = new HashMap<>();

    /** One topic, with the logs of its partitions. */
    record Topic(String name, Uuid id, List<PartitionLog> partitions) {}

    StubTopics(int partitions) {
        this.partitions = partitions;
    }

    Topic named(String name) {
        Topic topic = byName.get(name);
        return topic == null ? create(name) : topic;
    }

    /** Requests name a topic by its id from the version on in which that was introduced. */
    Topic of(Uuid id, String name) {
        if (id.equals(Uuid.ZERO_UUID)) {
            return named(name);
        }
        Topic topic = byId.get(id);
        if (topic == null) {
            throw new IllegalArgumentException("expected the id of a topic of this stub broker, got " + id);
        }
        return topic;
    }

    Collection<Topic> all() {
        return byName.values();
    }

    private Topic create(String name) {
        List<PartitionLog> logs =
                Stream.generate(PartitionLog::new).limit(partitions).toList();
        Topic topic = new Topic(name, Uuid.randomUuid(), logs);
        byName.put(name, topic);
        byId.put(topic.id, topic);
        return topic;
    }
}
