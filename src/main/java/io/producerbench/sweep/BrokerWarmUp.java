package io.producerbench.sweep;

import io.producerbench.cluster.ClientProperties;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.TopicSpec;
import io.producerbench.load.ForkConfig;
import io.producerbench.load.LatencySink;
import io.producerbench.load.PacedProducer;
import io.producerbench.load.ProducerFactory;
import io.producerbench.run.Progress;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.PacingKind;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.ScenarioGrid;
import io.producerbench.scenario.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Warms the brokers: it runs every mode, round after round, until the rate stops rising. A cold
 * broker's code is interpreted and its caches are empty, and the first samples of a sweep would
 * measure that.
 */
public final class BrokerWarmUp {
    private static final long MODE_NANOS = 1_000_000_000;
    private static final int LEAST_ROUNDS = 3;

    /** A round whose rate is not this share above the best before it counts as no rise. */
    private static final double RISE = 0.03;

    /** How many rounds in a row must show no rise. */
    private static final int FLAT_ROUNDS = 2;

    private static final String TOPIC = "warm-up";
    private static final LatencySink NOTHING = new LatencySink() {};

    private BrokerWarmUp() {}

    /**
     * One round: every mode for a second.
     *
     * @param recordsPerSecond by mode, and over all modes under {@code all}
     */
    public record Round(int number, Map<String, Long> recordsPerSecond) {
        long overall() {
            return recordsPerSecond.get("all");
        }
    }

    /** Returns how long so many rounds take: a second for each of five modes, and connecting. */
    public static Duration atMost(int rounds) {
        return Duration.ofMillis(5_300).multipliedBy(rounds);
    }

    /**
     * Warms the brokers in the modes that are wanted. Returns the rounds, once the rate has stopped
     * rising or after {@code mostRounds}.
     */
    public static List<Round> run(Cluster cluster, Predicate<Scenario> wanted, int mostRounds, Progress progress) {
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
        cluster.createTopic(new TopicSpec(topic, partitions, Workload.REPLICATION_FACTOR, Map.of()));
        List<Round> curve = new ArrayList<>();
        while (curve.size() < mostRounds
                && !isFlat(curve.stream().map(Round::overall).toList())) {
            Round round = round(curve.size() + 1, modes, handover);
            curve.add(round);
            progress.report(String.format(
                    Locale.ROOT,
                    "warming the brokers: round %d, %,d records/s over the five modes",
                    round.number(),
                    round.overall()));
        }
        cluster.deleteTopic(topic);
        return List.copyOf(curve);
    }

    /** Returns true if the last rounds were no better than the best round before them. */
    static boolean isFlat(List<Long> rates) {
        if (rates.size() < LEAST_ROUNDS) {
            return false;
        }
        int before = rates.size() - FLAT_ROUNDS;
        long best = rates.subList(0, before).stream()
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
        return rates.subList(before, rates.size()).stream().allMatch(rate -> rate <= best * (1 + RISE));
    }

    private static Round round(int number, List<Scenario> modes, ForkConfig handover) {
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
        return new Round(number, rates);
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
