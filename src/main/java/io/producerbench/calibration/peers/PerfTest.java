package io.producerbench.calibration.peers;

import io.producerbench.process.ChildJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A run of Kafka's own kafka-producer-perf-test, in a process of its own.
 *
 * @param java the executable
 * @param jars the directory that holds its whole class path
 * @param producerSettings by Kafka's names, without bootstrap servers, serializers and transactions
 * @param transactions empty for a producer without transactions
 */
public record PerfTest(
        Path java,
        Path jars,
        String bootstrapServers,
        String topic,
        Records records,
        Map<String, String> producerSettings,
        Optional<Transactions> transactions) {

    private static final String MAIN = "org.apache.kafka.tools.ProducerPerformance";
    /** The flags of our forks, so that both sides have the same memory and collector. */
    private static final List<String> JVM_FLAGS =
            List.of("-Xms1g", "-Xmx1g", "--enable-native-access=ALL-UNNAMED", "-XX:+UseG1GC");

    /**
     * What to send.
     *
     * @param count the number of records
     * @param sizeBytes the size of each value
     * @param perSecond the rate; empty for the maximum rate
     */
    public record Records(long count, int sizeBytes, OptionalDouble perSecond) {
        public Records {
            if (count < 1 || sizeBytes < 1) {
                throw new IllegalArgumentException(
                        "expected at least 1 record of at least 1 byte, got " + count + " of " + sizeBytes);
            }
            if (perSecond.isPresent() && !(perSecond.getAsDouble() > 0)) {
                throw new IllegalArgumentException("expected more than 0 records per second, got "
                        + perSecond.getAsDouble() + ": use atMaxRate for no limit");
            }
        }

        public static Records atMaxRate(long count, int sizeBytes) {
            return new Records(count, sizeBytes, OptionalDouble.empty());
        }

        public static Records atRate(double perSecond, long count, int sizeBytes) {
            return new Records(count, sizeBytes, OptionalDouble.of(perSecond));
        }

        private String throughput() {
            return perSecond.isPresent() ? Double.toString(perSecond.getAsDouble()) : "-1";
        }
    }

    /**
     * Transactions one after another. Each is committed with the first record sent after this
     * duration.
     */
    public record Transactions(String id, Duration duration) {
        public Transactions {
            if (duration.toMillis() < 1) {
                throw new IllegalArgumentException("expected transactions of at least 1 ms, got " + duration);
            }
        }
    }

    public PerfTest {
        producerSettings = Map.copyOf(producerSettings);
        if (producerSettings.containsKey("transactional.id")) {
            throw new IllegalArgumentException("expected no transactional.id among the producer's settings, got "
                    + producerSettings.get("transactional.id")
                    + ": use withTransactions, which sets the duration too");
        }
    }

    /**
     * Returns a run without transactions and without producer settings, on the JVM that runs this.
     */
    public static PerfTest of(Path jars, String bootstrapServers, String topic, Records records) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new PerfTest(java, jars, bootstrapServers, topic, records, Map.of(), Optional.empty());
    }

    /** Returns this run with another {@code java}. */
    public PerfTest withJava(Path executable) {
        return new PerfTest(executable, jars, bootstrapServers, topic, records, producerSettings, transactions);
    }

    /**
     * Returns this run with settings as {@link io.producerbench.load.ProducerSettings#of} gives
     * them.
     */
    public PerfTest withProducerSettings(Map<String, String> settings) {
        return new PerfTest(java, jars, bootstrapServers, topic, records, settings, transactions);
    }

    /** Returns this run in transactions. */
    public PerfTest withTransactions(String id, Duration duration) {
        Optional<Transactions> some = Optional.of(new Transactions(id, duration));
        return new PerfTest(java, jars, bootstrapServers, topic, records, producerSettings, some);
    }

    /**
     * When this returns, the process exists and will not outlive this JVM.
     *
     * @param scratchDirectory for its settings and its output; exists
     */
    public PerfTestProcess start(Path scratchDirectory) {
        return PerfTestProcess.start(this, scratchDirectory);
    }

    List<String> command(Path settings) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(JVM_FLAGS);
        command.addAll(ChildJvm.LOCALE);
        command.addAll(List.of("-cp", jars.toAbsolutePath() + "/*", MAIN));
        command.addAll(List.of("--bootstrap-server", bootstrapServers, "--topic", topic));
        command.addAll(List.of("--num-records", Long.toString(records.count)));
        command.addAll(List.of("--record-size", Integer.toString(records.sizeBytes)));
        command.addAll(List.of("--throughput", records.throughput()));
        command.addAll(List.of("--command-config", settings.toString()));
        transactions.ifPresent(some -> {
            command.addAll(List.of("--transactional-id", some.id));
            command.addAll(List.of("--transaction-duration-ms", Long.toString(some.duration.toMillis())));
        });
        return List.copyOf(command);
    }
}
