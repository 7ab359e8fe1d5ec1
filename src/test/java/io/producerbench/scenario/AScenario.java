package io.producerbench.scenario;

import java.util.Map;

/** One producer, one partition and no lingering, but for what a test says. */
public final class AScenario {
    private static final Map<Axis, String> PLAIN = Map.ofEntries(
            Map.entry(Axis.ACKS, "1"),
            Map.entry(Axis.ENABLE_IDEMPOTENCE, "false"),
            Map.entry(Axis.TRANSACTIONAL, "false"),
            Map.entry(Axis.MIN_INSYNC_REPLICAS, "1"),
            Map.entry(Axis.RECORD_SIZE, "100"),
            Map.entry(Axis.PARTITIONS, "1"),
            Map.entry(Axis.PRODUCERS, "1"),
            Map.entry(Axis.LINGER_MS, "0"),
            Map.entry(Axis.BATCH_SIZE, "16384"),
            Map.entry(Axis.MAX_IN_FLIGHT, "5"),
            Map.entry(Axis.BUFFER_MEMORY, "33554432"),
            Map.entry(Axis.COMPRESSION, "none"),
            Map.entry(Axis.RECORDS_PER_TRANSACTION, Scenario.NO_TRANSACTIONS),
            Map.entry(Axis.TRANSACTION_MS, "0"),
            Map.entry(Axis.ABORT_RATE, "0"),
            Map.entry(Axis.OPEN_TRANSACTION_MS, "0"),
            Map.entry(Axis.RATE, "1000"),
            Map.entry(Axis.KEYS, "none"),
            Map.entry(Axis.LATENCY_SAMPLING, Scenario.EVERY_RECORD),
            Map.entry(Axis.BROKERS_DOWN, "0"));

    private AScenario() {}

    public static Scenario with(Map<Axis, String> differences) {
        return Scenario.of(PLAIN).with(differences);
    }
}
