package io.producerbench.calibration.peers;

import io.producerbench.calibration.peers.PerfTest.Records;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.TopicSpec;
import io.producerbench.failure.FailedStepException;
import io.producerbench.jmh.ForkJvm;
import io.producerbench.latency.Totals;
import io.producerbench.load.LogEnd;
import io.producerbench.load.ProducerSettings;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.Workload;
import io.producerbench.sweep.SettledLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fresh topics on real brokers, and kafka-producer-perf-test with the settings of a scenario of
 * ours.
 */
public final class Peers {
    /** The duration of a transaction of perf-test, which commits by time only. */
    static final Duration TRANSACTION = Duration.ofMillis(100);

    /** More records than perf-test sends before it is ended. */
    private static final long ENDLESS = 1_000_000_000L;

    private static final Logger LOG = LoggerFactory.getLogger(Peers.class);

    private final Cluster cluster;
    private final ForkJvm jvm;
    private final Path jars;
    private int topics;

    public Peers(Cluster cluster, ForkJvm jvm, Path jars) {
        this.cluster = cluster;
        this.jvm = jvm;
        this.jars = jars;
    }

    String bootstrapServers() {
        return cluster.bootstrapServers();
    }

    /** A fresh topic, deleted when this is closed. */
    final class PeerTopic implements AutoCloseable {
        private final String name;
        private final int partitions;

        private PeerTopic(String name, int partitions) {
            this.name = name;
            this.partitions = partitions;
        }

        String name() {
            return name;
        }

        /** Returns the number of records in it, with control records. */
        long records() {
            return cluster.logEndOffsetSum(name);
        }

        /**
         * Returns the number of records without control records, once it holds all acknowledged
         * records or no longer grows.
         */
        OptionalLong settled(Totals totals) {
            return SettledLog.records(cluster, name, totals.controlRecords(), totals.succeeded());
        }

        LogEnd logEnd() {
            return LogEnd.replicated(bootstrapServers(), name, partitions);
        }

        /**
         * Deletes the topic. A failure is only logged, because it does not change what was
         * measured.
         */
        @Override
        public void close() {
            try {
                cluster.deleteTopic(name);
            } catch (FailedStepException e) {
                LOG.warn("topic {} is left over: {}", name, e.getMessage());
            }
        }
    }

    PeerTopic topic(Scenario scenario) {
        String name = "peers-" + ++topics;
        int partitions = scenario.workload().partitions();
        cluster.createTopic(new TopicSpec(
                name,
                partitions,
                Workload.REPLICATION_FACTOR,
                scenario.guarantee().topicConfig()));
        return new PeerTopic(name, partitions);
    }

    /** Returns a run at the maximum rate that goes on until it is ended. */
    PerfTest endless(Scenario scenario, String topic) {
        return perfTest(
                scenario,
                bootstrapServers(),
                topic,
                Records.atMaxRate(ENDLESS, scenario.workload().recordSize()));
    }

    PerfTest perfTest(Scenario scenario, String bootstrapServers, String topic, Records records) {
        PerfTest test = PerfTest.of(jars, bootstrapServers, topic, records)
                .withJava(Path.of(jvm.executable()))
                .withProducerSettings(ProducerSettings.of(scenario));
        return scenario.guarantee().transactional() ? test.withTransactions(topic, TRANSACTION) : test;
    }
}
