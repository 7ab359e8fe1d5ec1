package io.producerbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.awaitility.Awaitility.await;

import io.producerbench.calibration.stub.ReferenceLog.EndTxn;
import io.producerbench.calibration.stub.ReferenceLog.Withholding;
import io.producerbench.calibration.stub.StubProcess;
import io.producerbench.calibration.stub.StubScript;
import io.producerbench.latency.HistogramLog;
import io.producerbench.latency.Latency;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.latency.Totals;
import io.producerbench.scenario.AScenario;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * No coordinated omission: while everything stands still for a second at 1,000 records/s, a
 * thousand records fall due, one every millisecond, and wait from then on. Their latencies spread
 * evenly from 0 to the length of the stall, whatever it was that stood still; a client that times
 * what it sends would see one long latency, or a handful.
 */
@Tag("truth")
@Tag("alone")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class StallTruthTest {
    private static final int RECORDS_PER_SECOND = 1_000;
    private static final double RECORDS_PER_NANO = RECORDS_PER_SECOND * 1e-9;
    private static final Duration STALL = Duration.ofSeconds(1);
    private static final Duration BEFORE = Duration.ofMillis(100);
    private static final Duration AFTER = Duration.ofMillis(100);
    private static final int ATTEMPTS = 12;
    private static final int RECORDS_PER_TRANSACTION = 500;
    /** Within this the length of a stop must be known: two percent of it. */
    private static final long COARSE_NANOS = 20_000_000;

    /**
     * Memory for four batches: {@code send()} blocks after a few records, and two round trips make
     * up for a second.
     */
    private static final Scenario SMALL_BUFFER =
            AScenario.with(Map.of(Axis.LINGER_MS, "5", Axis.BATCH_SIZE, "16384", Axis.BUFFER_MEMORY, "65536"));

    private static final Scenario TRANSACTIONAL = AScenario.with(Map.of(
            Axis.ACKS, "all",
            Axis.ENABLE_IDEMPOTENCE, "true",
            Axis.TRANSACTIONAL, "true",
            Axis.RECORDS_PER_TRANSACTION, Integer.toString(RECORDS_PER_TRANSACTION)));

    @TempDir
    Path scratch;

    @Test
    void a_second_without_replies_that_blocks_send_is_in_every_record_that_was_due_in_it() throws Exception {
        try (StubProcess stub = start()) {
            TestLoadGenerator.rehearse(SMALL_BUFFER, stub.bootstrapServers());
            Attempts.upTo(ATTEMPTS, () -> {
                try (TestLoadGenerator generator =
                        new TestLoadGenerator(SMALL_BUFFER, stub.bootstrapServers(), "withheld")) {
                    generator.openWindow();
                    generator.sendFor(BEFORE);
                    stub.withholdProduce(STALL);
                    generator.sendFor(STALL.plus(AFTER));
                    MeasuredWindow window = generator.closeWindow();

                    Map<Latency, Histogram> histograms = generator.histograms();
                    long stall = last(stub.truth().withholdings());
                    assertThat(histograms.get(Latency.SEND_BLOCKED).getMaxValue())
                            .isGreaterThan(stall / 2);
                    assertThat(histograms.get(Latency.ACK).getTotalCount()).isCloseTo(window.due(), within(1L));
                    Spread.assertOver(stall, RECORDS_PER_SECOND, histograms.get(Latency.ACK));
                }
            });
        }
    }

    @Test
    void a_second_in_which_the_client_is_stopped_is_in_every_record_that_was_due_in_it() throws Exception {
        try (StubProcess stub = start()) {
            Attempts.upTo(ATTEMPTS, () -> {
                Path directory = Files.createTempDirectory(scratch, "load-");
                Process generator = LoadGeneratorProcess.start(stub.bootstrapServers(), directory);
                try {
                    await().atMost(Duration.ofSeconds(60))
                            .until(() -> Files.exists(LoadGeneratorProcess.opened(directory)));
                    Stop stop = Stop.of(generator.pid(), STALL);
                    assertThat(generator.waitFor(60, TimeUnit.SECONDS)).isTrue();
                    assertThat(generator.exitValue())
                            .as(Files.readString(directory.resolve("load.log")))
                            .isZero();

                    assertThat(stop.mostNanos() - stop.leastNanos()).isLessThan(COARSE_NANOS);
                    Spread.assertOver(
                            stop.nanos(),
                            RECORDS_PER_SECOND,
                            HistogramLog.read(LoadGeneratorProcess.histograms(directory))
                                    .get(Latency.ACK));
                } finally {
                    generator.destroyForcibly();
                }
            });
        }
    }

    @Test
    void a_commit_that_stalls_is_in_every_record_that_was_due_meanwhile() throws Exception {
        try (StubProcess stub = start()) {
            TestLoadGenerator.rehearse(TRANSACTIONAL, stub.bootstrapServers());
            Attempts.upTo(ATTEMPTS, () -> {
                try (TestLoadGenerator generator =
                        new TestLoadGenerator(TRANSACTIONAL, stub.bootstrapServers(), "committed")) {
                    generator.openWindow();
                    sendUntilShortlyBeforeCommit(generator);
                    stub.withholdEndTxn(STALL);
                    generator.sendFor(STALL.plus(AFTER));
                    MeasuredWindow window = generator.closeWindow();

                    Map<Latency, Histogram> histograms = generator.histograms();
                    long stall = longest(stub.truth().endTxns(), window);
                    Spread.assertOver(stall, RECORDS_PER_SECOND, histograms.get(Latency.ACK));
                    assertThat(stall).isGreaterThan(STALL.toNanos() * 9 / 10);
                    assertThat(histograms.get(Latency.COMMIT).getMaxValue()).isCloseTo(stall, withinPercentage(1));
                    assertCommittedLate(stall, histograms.get(Latency.COMMITTED));
                }
            });
        }
    }

    @Test
    void a_rate_that_cannot_be_reached_leaves_no_backlog_and_its_counts_add_up() throws Exception {
        try (StubProcess stub = start()) {
            for (Scenario scenario : List.of(SMALL_BUFFER, TRANSACTIONAL)) {
                try (TestLoadGenerator generator = new TestLoadGenerator(
                        scenario.with(Axis.RATE, "100000000"), stub.bootstrapServers(), "unreachable")) {
                    generator.openWindow();
                    generator.sendFor(STALL);
                    MeasuredWindow window = generator.closeWindow();

                    Totals totals = generator.producer().totals();
                    assertThat(window.due()).isGreaterThan(10 * window.sent());
                    assertThat(totals.sent()).isLessThan(window.due());
                    assertThat(totals.succeeded()).isEqualTo(totals.sent());
                    assertThat(totals.abortedTransactions()).isZero();
                }
            }
        }
    }

    private static void sendUntilShortlyBeforeCommit(TestLoadGenerator generator) {
        while (generator.producer().paced().isInTransaction()) {
            generator.send(1);
        }
        generator.send(RECORDS_PER_TRANSACTION - 10);
    }

    /**
     * The transaction that stalled was filled at the rate of the schedule, so that its first record
     * had waited for the time of one filling when the stall began. From then to the stall's end
     * records fell due evenly, and became visible right after it.
     */
    private static void assertCommittedLate(long stallNanos, Histogram latencies) {
        double filling = RECORDS_PER_TRANSACTION / RECORDS_PER_NANO;
        int due = (int) Math.round(stallNanos * RECORDS_PER_NANO);
        Tail tail = Tail.of(latencies, due);
        assertThat(tail.mean()).isCloseTo(filling + stallNanos / 2.0, withinPercentage(2));
        assertThat(tail.distanceToUniform(filling, filling + stallNanos)).isLessThanOrEqualTo(0.03);
    }

    private static long last(List<Withholding> withholdings) {
        Withholding last = withholdings.get(withholdings.size() - 1);
        return last.toNanos() - last.fromNanos();
    }

    /** Not that of an attempt before, which the stub broker remembers too. */
    private static long longest(List<EndTxn> endTxns, MeasuredWindow window) {
        return endTxns.stream()
                .filter(end -> end.arrivalNanos() >= window.startNanos())
                .map(end -> end.repliedNanos() - end.arrivalNanos())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private StubProcess start() {
        return StubProcess.start(StubScript.prompt(1), System.getProperty("java.class.path"), scratch);
    }
}
