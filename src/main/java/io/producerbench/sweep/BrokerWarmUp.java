package io.producerbench.sweep;

import io.producerbench.cluster.ClientProperties;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.TopicSpec;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.load.ForkConfig;
import io.producerbench.load.LatencySink;
import io.producerbench.load.PacedProducer;
import io.producerbench.load.ProducerFactory;
import io.producerbench.results.sample.MachineLoad;
import io.producerbench.run.Progress;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.PacingKind;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.ScenarioGrid;
import io.producerbench.scenario.Workload;
import io.producerbench.sweep.WarmUp.Round;
import io.producerbench.watch.HostReadings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Warms the brokers: it runs every mode, round after round, until the rate stops rising and the
 * brokers have almost stopped compiling. A cold
 * broker's code is interpreted and its caches are empty, and the first samples of a sweep would
 * measure that.
 */
public final class BrokerWarmUp {
    private static final long MODE_NANOS = 1_000_000_000;
    /** A round is read at its beginning and its end, so no gap between readings is a standstill. */
    private static final long ONE_LOOK = Long.MAX_VALUE;

    private static final String TOPIC = "warm-up";
    private static final LatencySink NOTHING = new LatencySink() {};

    private BrokerWarmUp() {}

    /** Returns how long so many rounds take: a second for each of five modes, and connecting. */
    public static Duration atMost(int rounds) {
        return Duration.ofMillis(5_300).multipliedBy(rounds);
    }

    /**
     * Warms the brokers in the modes that are wanted. Returns the rounds, once the brokers are warm
     * or after {@code mostRounds}.
     */
    public static WarmUp run(Cluster cluster, Predicate<Scenario> wanted, int mostRounds, Progress progress) {
        List<Scenario> modes = ScenarioGrid.expand(
                        Map.of(Axis.RECORD_SIZE, List.of("1024"), Axis.MIN_INSYNC_REPLICAS, List.of("2")),
                        Set.of(PacingKind.CLOSED_LOOP))
                .scenarios()
                .stream()
                .filter(wanted)
                .toList();
        ClientProperties client = cluster.clientProperties();
        String topic = cluster.namePrefix() + TOPIC;
        ForkConfig handover = new ForkConfig(client.bootstrapServers(), topic, 0, client.settings());
        int partitions = modes.get(0).workload().partitions();
        WarmUp warmUp = new WarmUp(List.of());
        while (warmUp.rounds().size() < mostRounds && !warmUp.isDone()) {
            List<Round> rounds = new ArrayList<>(warmUp.rounds());
            // A topic for each round, because a fast machine writes gigabytes in twenty of them.
            cluster.createTopic(new TopicSpec(topic, partitions, Workload.REPLICATION_FACTOR, Map.of()));
            rounds.add(round(rounds.size() + 1, modes, handover, cluster));
            warmUp = new WarmUp(rounds);
            progress.report(text(rounds.get(rounds.size() - 1)));
            cluster.deleteTopic(topic);
        }
        return warmUp;
    }

    private static String text(Round round) {
        return String.format(
                        Locale.ROOT,
                        "warming the brokers: round %d, %,d records/s over the five modes",
                        round.number(),
                        round.overall())
                + (round.brokerJitShare().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                ", they compile with %.1f %% of the CPU",
                                100 * round.brokerJitShare().getAsDouble())
                        : "");
    }

    private static Round round(int number, List<Scenario> modes, ForkConfig handover, Cluster cluster) {
        HostReadings readings = new HostReadings(ONE_LOOK);
        long began = readings.read(cluster, 0);
        Map<String, Long> rates = new LinkedHashMap<>();
        long records = 0;
        long nanos = 0;
        for (Scenario mode : modes) {
            try (PacedProducer lane = new ProducerFactory(mode, handover).paced(0, NOTHING)) {
                long start = System.nanoTime();
                run(lane, mode.workload().pipelineDepth(), start + MODE_NANOS);
                long took = System.nanoTime() - start;
                rates.put(mode.guarantee().mode().label(), perSecond(lane.completed(), took));
                records += lane.completed();
                nanos += took;
            }
        }
        rates.put("all", perSecond(records, nanos));
        MachineLoad load = readings.load(List.of(MeasuredWindow.withoutFork(began, readings.read(cluster, 0))));
        return new Round(number, rates, load.brokerJit(), load.others());
    }

    private static void run(PacedProducer lane, int depth, long until) {
        lane.adopt();
        while (System.nanoTime() - until < 0) {
            lane.sendNext();
            lane.awaitRoom(depth);
        }
        lane.drain();
    }

    private static long perSecond(long records, long nanos) {
        return Math.round(records * 1e9 / nanos);
    }
}
