package io.producerbench.curve;

import io.producerbench.cluster.ClientProperties;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.TopicSpec;
import io.producerbench.load.ForkConfig;
import io.producerbench.load.LatencySink;
import io.producerbench.load.PacedProducer;
import io.producerbench.load.ProducerFactory;
import io.producerbench.process.Polling;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.PacingKind;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.ScenarioGrid;
import io.producerbench.scenario.Workload;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sends single records with {@code acks=all} between two trials, to a topic of its own, until the
 * brokers acknowledge them as quickly as before the first trial. A trial above the capacity leaves
 * pages to be written and replicas that fetch, which the next trial would pay for.
 */
final class QuietProbe {
    private static final int CALM_PROBES = 9;
    private static final Polling PATIENCE = Polling.seconds(10);
    private static final LatencySink NOTHING = new LatencySink() {};

    private final ProducerFactory producers;
    private QuietRule rule = QuietRule.NONE;

    private QuietProbe(ProducerFactory producers) {
        this.producers = producers;
    }

    /** Makes the topic, and notes how quickly the brokers answer now. */
    static QuietProbe begin(Cluster cluster) {
        Scenario mode = ScenarioGrid.expand(
                        Map.of(
                                Axis.ACKS, List.of("all"),
                                Axis.ENABLE_IDEMPOTENCE, List.of("false"),
                                Axis.TRANSACTIONAL, List.of("false"),
                                Axis.PARTITIONS, List.of("3"),
                                Axis.LINGER_MS, List.of("0"),
                                Axis.RECORD_SIZE, List.of("100")),
                        Set.of(PacingKind.CLOSED_LOOP))
                .scenarios()
                .get(0);
        ClientProperties client = cluster.clientProperties();
        String topic = cluster.namePrefix() + "quiet";
        cluster.createTopic(new TopicSpec(topic, mode.workload().partitions(), Workload.REPLICATION_FACTOR, Map.of()));
        QuietProbe probe = new QuietProbe(
                new ProducerFactory(mode, new ForkConfig(client.bootstrapServers(), topic, 0, client.settings())));
        probe.measureCalm();
        return probe;
    }

    private void measureCalm() {
        try (PacedProducer producer = producers.paced(0, NOTHING)) {
            producer.adopt();
            nanos(producer); // the first record also waits for the connection
            Deque<Long> probes = new ArrayDeque<>();
            for (int i = 0; i < CALM_PROBES; i++) {
                probes.add(nanos(producer));
            }
            rule = QuietRule.after(List.copyOf(probes));
        }
    }

    /** Waits until the brokers are quiet. Returns why they are not; empty if they are. */
    Optional<String> await() {
        try (PacedProducer producer = producers.paced(0, NOTHING)) {
            producer.adopt();
            nanos(producer);
            Deque<Long> last = new ArrayDeque<>();
            boolean isQuiet = PATIENCE.await(() -> {
                last.add(nanos(producer));
                if (last.size() > QuietRule.IN_A_ROW) {
                    last.remove();
                }
                return rule.isQuiet(List.copyOf(last));
            });
            return isQuiet ? Optional.empty() : Optional.of(rule.unrest(PATIENCE.limit()));
        }
    }

    private static long nanos(PacedProducer producer) {
        long start = System.nanoTime();
        producer.sendNext();
        producer.drain();
        return System.nanoTime() - start;
    }
}
