package io.producerbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.benchmarks.FixedRate;
import io.producerbench.benchmarks.MaxRate;
import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.FakeCluster;
import io.producerbench.jmh.ForkFailure;
import io.producerbench.jmh.ForkRunner;
import io.producerbench.jmh.JmhResults;
import io.producerbench.latency.ClientMetrics;
import io.producerbench.latency.CountsResult;
import io.producerbench.latency.IterationCounts;
import io.producerbench.latency.JvmUsage;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.latency.MeasuredWindow.BrokerCount;
import io.producerbench.latency.Totals;
import io.producerbench.results.ASample;
import io.producerbench.results.sample.MachineLimits;
import io.producerbench.results.sample.Status;
import io.producerbench.results.sample.Warmth;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;

class SampleRunnerTest {
    private static final long RECORDS = 600_000;

    private final FakeCluster cluster = FakeCluster.ofThree();
    private final List<Class<?>> benchmarks = new ArrayList<>();

    @TempDir
    Path scratch;

    @Test
    void a_good_sample_is_ok_and_its_topic_is_gone() {
        SampleRunner.Sample sample = runner(this::good).take(step("-p", "acks=all", "MaxRate"));

        assertThat(sample.row().statusReason()).isEmpty();
        assertThat(sample.row().status()).isEqualTo(Status.OK);
        assertThat(sample.jmh()).isPresent();
        assertThat(sample.leaderMoves()).hasValue(0);
        assertThat(cluster.topics()).isEmpty();
        assertThat(cluster.calls())
                .satisfiesExactly(
                        call -> assertThat(call).startsWith("createTopic bench-" + ASample.RUN.runId()),
                        call -> assertThat(call).startsWith("deleteTopic bench-" + ASample.RUN.runId()));
    }

    @Test
    void the_pacing_decides_the_benchmark() {
        SampleRunner runner = runner(this::good);

        runner.take(step("-p", "acks=all", "MaxRate"));
        runner.take(step("-p", "acks=all", "FixedRate"));

        assertThat(benchmarks).isEqualTo(List.of(MaxRate.class, FixedRate.class));
    }

    @Test
    void the_file_with_the_connection_exists_only_while_the_fork_runs() {
        List<Boolean> existed = new ArrayList<>();
        ForkRunner looking = (benchmark, scenario) -> {
            existed.add(Files.exists(forkConfig()));
            return good(benchmark, scenario);
        };

        runner(looking).take(step("-p", "acks=all", "MaxRate"));

        assertThat(existed).containsExactly(true);
        assertThat(forkConfig()).doesNotExist();
    }

    @Test
    void the_fork_is_told_the_settings_that_its_producers_have_besides() {
        List<String> told = new ArrayList<>();
        ForkRunner looking = (benchmark, scenario) -> {
            told.addAll(lines(forkConfig()));
            return good(benchmark, scenario);
        };

        runner(looking).with(Map.of("send.buffer.bytes", "4096")).take(step("-p", "acks=all", "MaxRate"));

        assertThat(told).contains("client.send.buffer.bytes=4096");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_waits_beside_the_fork_is_read_while_it_runs() {
        CountDownLatch asked = new CountDownLatch(1);
        ForkRunner waiting = (benchmark, scenario) -> {
            awaitUninterruptibly(asked);
            return good(benchmark, scenario);
        };

        SampleRunner.Sample sample = runner(waiting)
                .beside(() -> {
                    asked.countDown();
                    return 0;
                })
                .take(step("-p", "acks=all", "MaxRate"));

        assertThat(asked.getCount()).isZero();
        assertThat(sample.row().status()).isEqualTo(Status.OK);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_fork_that_fails_is_a_row_that_says_why_and_leaves_nothing() {
        ForkRunner failing = (benchmark, scenario) -> {
            throw new ForkFailure("the fork ended", null);
        };

        SampleRunner.Sample sample = runner(failing).take(step("-p", "acks=all", "MaxRate"));

        assertThat(sample.row().status()).isEqualTo(Status.FAILED);
        assertThat(sample.row().statusReason()).isEqualTo("the fork ended");
        assertThat(sample.jmh()).isEmpty();
        assertThat(forkConfig()).doesNotExist();
        assertThat(cluster.topics()).isEmpty();
    }

    @Test
    void a_broker_that_dies_meanwhile_is_named_before_the_fork() {
        ForkRunner failing = (benchmark, scenario) -> {
            cluster.failure("broker-2 died by itself");
            throw new ForkFailure("the fork ended", null);
        };

        assertThat(runner(failing).take(step("-p", "acks=all", "MaxRate")).row().statusReason())
                .isEqualTo("broker-2 died by itself; the fork ended");
    }

    @Test
    void on_a_dead_cluster_nothing_is_begun() {
        cluster.failure("broker-2 died by itself");

        SampleRunner.Sample sample = runner(this::good).take(step("-p", "acks=all", "MaxRate"));

        assertThat(sample.row().status()).isEqualTo(Status.FAILED);
        assertThat(sample.row().statusReason()).contains("not run", "broker-2 died by itself");
        assertThat(cluster.calls()).isEmpty();
        assertThat(benchmarks).isEmpty();
    }

    @Test
    void a_topic_that_cannot_be_made_is_a_failed_sample() {
        cluster.refuse("createTopic", new ClusterException("no topic today"));

        SampleRunner.Sample sample = runner(this::good).take(step("-p", "acks=all", "MaxRate"));

        assertThat(sample.row().status()).isEqualTo(Status.FAILED);
        assertThat(sample.row().statusReason()).isEqualTo("no topic today");
        assertThat(benchmarks).isEmpty();
    }

    @Test
    void a_topic_that_cannot_be_deleted_takes_nothing_from_its_sample() {
        cluster.refuse("deleteTopic", new ClusterException("it stays"));

        assertThat(runner(this::good)
                        .take(step("-p", "acks=all", "MaxRate"))
                        .row()
                        .status())
                .isEqualTo(Status.OK);
    }

    @Test
    void a_log_that_holds_less_than_was_acknowledged_makes_the_sample_invalid() {
        ForkRunner losing = (benchmark, scenario) -> {
            RunResult result = good(benchmark, scenario);
            cluster.logEnds(topic(), RECORDS - 1);
            return result;
        };

        SampleRunner.Sample sample = runner(losing).take(step("-p", "acks=all", "MaxRate"));

        assertThat(sample.row().status()).isEqualTo(Status.INVALID);
        assertThat(sample.row().statusReason()).contains("600000", "599999");
    }

    @Test
    void a_fork_that_reports_no_counts_is_a_failed_sample() {
        ForkRunner silent = (benchmark, scenario) -> JmhResults.ofOneFork(Map.of(), RECORDS);

        SampleRunner.Sample sample = runner(silent).take(step("-p", "acks=all", "MaxRate"));

        assertThat(sample.row().status()).isEqualTo(Status.FAILED);
        assertThat(sample.row().statusReason()).contains("counts");
    }

    private SampleRunner runner(ForkRunner fork) {
        return new SampleRunner(cluster, fork, ASample.RUN, forkConfig(), MachineLimits.DEFAULT, Warmth.WARM);
    }

    private Path forkConfig() {
        return scratch.resolve("handover.properties");
    }

    private String topic() {
        return cluster.topics().iterator().next();
    }

    /** The first step of what these JMH arguments ask for. */
    private static Step step(String... jmhArguments) {
        Scenario scenario =
                SweepPlan.of(Requests.quick(jmhArguments)).grid().scenarios().get(0);
        return new Step(1, 1, scenario);
    }

    /**
     * A fork whose records are all acknowledged and in the log: half of them within its window of
     * five seconds.
     */
    private RunResult good(Class<?> benchmark, Scenario scenario) {
        benchmarks.add(benchmark);
        cluster.logEnds(topic(), RECORDS);
        long inWindow = RECORDS / 2;
        MeasuredWindow window = new MeasuredWindow(
                1_000_000_000L,
                6_000_000_000L,
                RECORDS - inWindow,
                inWindow,
                scenario.pacing() instanceof io.producerbench.scenario.Pacing.ClosedLoop ? 0 : inWindow,
                inWindow,
                4_000_000_000L,
                2_000_000_000L,
                60_000_000L,
                12,
                3_552,
                JvmUsage.NONE,
                new BrokerCount(inWindow, inWindow, 5_000_000_000L, 0));
        Totals totals = new Totals(RECORDS, RECORDS, Map.of(), Map.of(), 0, 0, 0, 0, 0, 0);
        return JmhResults.ofOneFork(
                Map.of(),
                inWindow / 5,
                new CountsResult(new IterationCounts(
                        Instant.EPOCH, List.of(window), totals, new ClientMetrics(16_000, 0, 0, 3, 0))));
    }
}
