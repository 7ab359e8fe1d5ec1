package io.producerbench.load;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Deals records to the partitions in turn and completes them only when told. */
class ManualProducer extends MockProducer<byte[], byte[]> {
    static final String TOPIC = "bench";
    static final int PARTITIONS = 3;

    ManualProducer() {
        super(cluster(), false, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Cluster cluster() {
        Node node = new Node(0, "127.0.0.1", 9092);
        Node[] replicas = {node};
        return new Cluster(
                "manual",
                List.of(node),
                IntStream.range(0, PARTITIONS)
                        .mapToObj(partition -> new PartitionInfo(TOPIC, partition, node, replicas, replicas))
                        .toList(),
                Set.of(),
                Set.of());
    }
}
