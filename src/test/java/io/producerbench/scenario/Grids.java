package io.producerbench.scenario;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Scenarios to hold laws against. */
public final class Grids {
    /** Values of each axis that differ from its defaults as far as they can. */
    private static final Map<Axis, List<String>> WIDE = Map.ofEntries(
            Map.entry(Axis.RECORD_SIZE, List.of("1", "100", "1000000")),
            Map.entry(Axis.PARTITIONS, List.of("1", "6", "1000")),
            Map.entry(Axis.PRODUCERS, List.of("1", "64")),
            Map.entry(Axis.LINGER_MS, List.of("5", "10000")),
            Map.entry(Axis.BATCH_SIZE, List.of("1", "16384", "16777216")),
            Map.entry(Axis.MAX_IN_FLIGHT, List.of("1", "5", "6", "1000")),
            Map.entry(Axis.COMPRESSION, List.of("none", "gzip", "snappy", "lz4", "zstd")),
            Map.entry(Axis.RECORDS_PER_TRANSACTION, List.of("1", "100", "1000000")),
            Map.entry(Axis.TRANSACTION_MS, List.of("0", "100")),
            Map.entry(Axis.ABORT_RATE, List.of("0", "0.5")),
            Map.entry(Axis.RATE, List.of("1", "2000", "100000000")),
            Map.entry(Axis.KEYS, List.of("none", "uniform")),
            Map.entry(Axis.BROKERS_DOWN, List.of("0", "1")));

    private Grids() {}

    /** What a sweep that says nothing measures. */
    public static List<Scenario> defaults() {
        return ScenarioGrid.expand(Map.of(), PacingKind.USUAL).scenarios();
    }

    /**
     * The scenarios of {@code grids} small grids, each of one random value on every axis but acks
     * and idempotence.
     */
    public static Stream<Scenario> random(long seed, int grids) {
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> random(random)).limit(grids).flatMap(List::stream);
    }

    private static List<Scenario> random(SplittableRandom random) {
        Map<Axis, List<String>> chosen = new EnumMap<>(Axis.class);
        WIDE.forEach((axis, values) -> chosen.put(axis, List.of(values.get(random.nextInt(values.size())))));
        return ScenarioGrid.expand(chosen, PacingKind.USUAL).scenarios();
    }
}
