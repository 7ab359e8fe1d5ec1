package io.producerbench.calibration.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.SharedCluster;
import io.producerbench.cluster.TopicSpec;
import io.producerbench.guarantee.Guarantee;
import io.producerbench.guarantee.Mode;
import io.producerbench.load.ProducerSettings;
import io.producerbench.process.CpuOfProcess;
import io.producerbench.process.KernelTask;
import io.producerbench.process.StoppedProcess;
import io.producerbench.scenario.Pacing;
import io.producerbench.scenario.Readers;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real kafka-producer-perf-test on real brokers: what it says of itself agrees with what they
 * hold.
 */
@Tag("cluster")
@Tag("nightly")
@Timeout(300)
class PerfTestOnBrokersTest {
    private static final Path JARS = Path.of("target/peers", System.getProperty("kafka.tools.version", "4.3.1"));
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration TRANSACTION = Duration.ofMillis(100);
    private static final Duration HELD = Duration.ofMillis(500);
    private static final int COUNT = 20_000;
    private static final int SIZE_BYTES = 100;

    private static final Cluster CLUSTER = SharedCluster.get();

    @TempDir
    Path directory;

    @Test
    void the_brokers_hold_every_record_it_counts() {
        CLUSTER.createTopic(new TopicSpec("plain", 6, 3, Map.of()));

        PerfTestReport report =
                run(test("plain", PerfTest.Records.atMaxRate(COUNT, SIZE_BYTES)).withProducerSettings(settings(false)));

        assertThat(report.records()).isEqualTo(COUNT);
        assertThat(CLUSTER.logEndOffsetSum("plain")).isEqualTo(COUNT);
        assertThat(report.recordsPerSecond()).isPositive();
        assertThat(report.maxMs()).isGreaterThanOrEqualTo(report.p999Ms());
    }

    @Test
    void in_transactions_the_brokers_hold_one_more_for_every_commit() {
        CLUSTER.createTopic(new TopicSpec("transactional", 1, 3, Map.of()));

        PerfTestReport report = run(test("transactional", PerfTest.Records.atRate(10_000, COUNT, SIZE_BYTES))
                .withProducerSettings(settings(true))
                .withTransactions("perf-test", TRANSACTION));

        assertThat(report.records()).isEqualTo(COUNT);
        // The last commit's control record is written after the commit has returned.
        patiently().until(() -> CLUSTER.logEndOffsetSum("transactional") >= COUNT + 2);
        double mostCommits = COUNT / report.recordsPerSecond() * 1000 / TRANSACTION.toMillis() + 1;
        assertThat(CLUSTER.logEndOffsetSum("transactional") - COUNT).isBetween(2L, (long) Math.ceil(mostCommits));
    }

    @Test
    void stands_still_while_held_and_completes_after() {
        CLUSTER.createTopic(new TopicSpec("held", 6, 3, Map.of()));
        PerfTest test =
                test("held", PerfTest.Records.atRate(5_000, COUNT, SIZE_BYTES)).withProducerSettings(settings(false));

        try (PerfTestProcess process = test.start(directory)) {
            long pid = process.handle().pid();
            patiently().until(() -> CLUSTER.logEndOffsetSum("held") > 0);
            StoppedProcess pause = StoppedProcess.of(process.handle());
            try (pause) {
                assertThat(KernelTask.first(KernelTask.PROC, pid).state()).hasValue('T');
                long cpuNanos = CpuOfProcess.nanos(pid).orElseThrow();
                patiently().until(() -> System.nanoTime() - pause.stoppedNanos() > HELD.toNanos());
                assertThat(CpuOfProcess.nanos(pid)).hasValue(cpuNanos);
            }
            assertThat(process.await(PATIENCE).records()).isEqualTo(COUNT);
            assertThat(pause.continuedNanos() - pause.stoppedNanos()).isGreaterThan(HELD.toNanos());
        }
        assertThat(CLUSTER.logEndOffsetSum("held")).isEqualTo(COUNT);
    }

    @Test
    void its_sending_and_network_threads_are_told_from_its_others() {
        CLUSTER.createTopic(new TopicSpec("busy", 6, 3, Map.of()));
        PerfTest test =
                test("busy", PerfTest.Records.atMaxRate(50_000_000, SIZE_BYTES)).withProducerSettings(settings(false));

        try (PerfTestProcess process = test.start(directory)) {
            ProcessHandle handle = process.handle();
            patiently().until(() -> CLUSTER.logEndOffsetSum("busy") > COUNT);
            assertThat(KernelTask.all(KernelTask.PROC, handle.pid()).stream().flatMap(task -> task.name().stream()))
                    .containsOnlyOnce("kafka-producer-");
            long clientNanos = CpuOfProcess.nanos(handle.pid()).orElseThrow();
            assertThat(clientNanos)
                    .isPositive()
                    .isLessThan(handle.info().totalCpuDuration().orElseThrow().toNanos());
        }
    }

    private PerfTestReport run(PerfTest test) {
        try (PerfTestProcess process = test.start(directory)) {
            return process.await(PATIENCE);
        }
    }

    private static PerfTest test(String topic, PerfTest.Records records) {
        return PerfTest.of(JARS, CLUSTER.bootstrapServers(), topic, records);
    }

    private static Map<String, String> settings(boolean transactional) {
        Guarantee guarantee = (transactional ? Mode.TRANSACTIONAL : Mode.ACKS_ALL).with(2);
        Workload workload = new Workload(SIZE_BYTES, 6, 1, 5, 16_384, 5, 33_554_432, "none", 0, 0, 0, 0, false, 1);
        return ProducerSettings.of(new Scenario(guarantee, workload, new Pacing.ClosedLoop(), 0, Readers.NONE));
    }

    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(PATIENCE);
    }
}
