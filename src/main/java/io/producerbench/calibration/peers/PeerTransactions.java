package io.producerbench.calibration.peers;

import io.producerbench.calibration.peers.PerfTest.Records;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.failure.FailedStepException;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Finds how many records kafka-producer-perf-test commits at a time, so that ours can commit as
 * many. It commits by time only, so the number is computed from the control records that it leaves
 * in the log and the records that it counts.
 */
public final class PeerTransactions {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final long BYTES = 50_000_000;
    private static final long MOST_RECORDS = 400_000;

    private PeerTransactions() {}

    /** The records of a run and the transactions that they took. */
    private record Run(long records, long transactions) {}

    /**
     * Returns {@code scenario} with as many records per transaction as perf-test has. The number is
     * from the difference between a longer and a shorter run, because the first transactions of a
     * JVM are filled by code that is not compiled yet.
     *
     * @throws EnvironmentException if perf-test fails
     */
    public static Scenario matched(Scenario scenario, Peers peers, Path scratch) {
        long count = Math.min(MOST_RECORDS, BYTES / scenario.workload().recordSize());
        Run shorter = run(count, scenario, peers, scratch);
        Run longer = run(3 * count, scenario, peers, scratch);
        long transactions = Math.max(1, longer.transactions - shorter.transactions);
        long records = (longer.records - shorter.records) / transactions;
        return scenario.with(Axis.RECORDS_PER_TRANSACTION, Long.toString(Math.max(1, records)));
    }

    private static Run run(long count, Scenario scenario, Peers peers, Path scratch) {
        Records records = Records.atMaxRate(count, scenario.workload().recordSize());
        try (Peers.PeerTopic topic = peers.topic(scenario);
                PerfTestProcess process = peers.perfTest(scenario, peers.bootstrapServers(), topic.name(), records)
                        .start(scratch)) {
            PerfTestReport report = process.await(LONGEST);
            long controlRecords = topic.records() - report.records();
            return new Run(
                    report.records(), controlRecords / scenario.workload().partitions());
        } catch (FailedStepException e) {
            throw new EnvironmentException(e.getMessage(), e);
        }
    }
}
