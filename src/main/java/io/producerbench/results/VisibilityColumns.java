package io.producerbench.results;

import io.producerbench.latency.Latency;
import io.producerbench.latency.VisibilityCounts;
import io.producerbench.results.sample.ForkResult;
import io.producerbench.scenario.Readers;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;

/** The columns of {@code samples.csv} that have a value only in samples whose records are read. */
final class VisibilityColumns {
    /** What the columns mean: names, unit, meaning, and when a cell is empty. */
    static final String WORDS = """
            visible_uncommitted_p50_us visible_uncommitted_p99_us visible_uncommitted_p99_9_us visible_uncommitted_max_us | µs | from when a record was due to when a consumer with `read_uncommitted` had it | not Visible, FAILED
            visible_committed_p50_us visible_committed_p99_us visible_committed_p99_9_us visible_committed_max_us | µs | the same with `read_committed`; with transactions it includes the wait for the commit | likewise
            committed_later_p50_us committed_later_p99_us committed_later_p99_9_us committed_later_max_us | µs | from when the consumer with `read_uncommitted` had a record to when the one with `read_committed` had it too, record by record: the wait for the commit | likewise, no such record
            committed_earlier_records | records | that the consumer with `read_committed` had first, by chance of the two polls; they are not in `committed_later_…` | not Visible, FAILED
            committed_earlier_p50_us committed_earlier_max_us | µs | by how much | likewise, no such record
            exposure_p50_us exposure_p99_us exposure_p99_9_us exposure_max_us | µs | from the acknowledgement of a record to when the consumer with `read_uncommitted` had it, of records that it had after the acknowledgement. With `acks=1` such a record is not yet on all in-sync replicas for most of this time; with `acks=all` it is, and the column shows what the consumer itself takes | not Visible, FAILED, `acks=0`, no such record
            exposure_negative_records | records | that the consumer had before the producer had the acknowledgement; they are not in `exposure_…` | not Visible, FAILED, `acks=0`
            exposure_negative_p50_us exposure_negative_max_us | µs | by how much | likewise, no such record
            at_risk_records | records | acknowledged and not yet seen, on average over the window: mean exposure × rate, a negative exposure counted as 0. The value of `acks=all` beside it is what the consumer takes; the rest is lost if a leader dies | as `exposure_negative_records`
            seen_records | records | due in the window that the consumers had to see | not Visible, FAILED
            missed_records | records | that a consumer had to see and did not, both together; not 0 makes the sample INVALID | likewise
            doubled_records | records | that a consumer saw more than once, both together; likewise | likewise
            aborted_seen_records | records | of aborted transactions that the consumer with `read_committed` saw; likewise | likewise
            consumer_lag | offsets | that the consumers were behind the ends of the log when the wait for them was over, both together; likewise | likewise
            open_transactions | transactions | that another producer kept open meanwhile, `open_transaction_ms` each | likewise
            fetch.max.wait.ms | ms | the consumers' setting; `fetch.min.bytes` is 1 | likewise
            group.protocol | | the consumers' setting; they are in no group | likewise
            """;

    static final List<Column<SampleRow>> ALL = Stream.of(
                    LatencyColumns.of(Latency.VISIBLE_UNCOMMITTED, "p50", "p99", "p99_9", "max"),
                    LatencyColumns.of(Latency.VISIBLE_COMMITTED, "p50", "p99", "p99_9", "max"),
                    LatencyColumns.of(Latency.COMMITTED_LATER, "p50", "p99", "p99_9", "max"),
                    Stream.of(Column.<SampleRow>text(
                            "committed_earlier_records",
                            row -> row.fork()
                                    .filter(fork -> fork.visibility().isPresent())
                                    .map(fork -> Long.toString(recorded(fork, Latency.COMMITTED_EARLIER)))
                                    .orElse(""))),
                    LatencyColumns.of(Latency.COMMITTED_EARLIER, "p50", "max"),
                    LatencyColumns.of(Latency.EXPOSURE, "p50", "p99", "p99_9", "max"),
                    Stream.of(acknowledged(
                            "exposure_negative_records",
                            0,
                            (fork, counts) -> recorded(fork, Latency.EXPOSURE_NEGATIVE))),
                    LatencyColumns.of(Latency.EXPOSURE_NEGATIVE, "p50", "max"),
                    Stream.of(
                            acknowledged(
                                    SampleKeys.AT_RISK_RECORDS.name(),
                                    2,
                                    (fork, counts) -> (double) counts.exposedNanos()
                                            / fork.counts().nanos()),
                            count("seen_records", VisibilityCounts::measured),
                            count(
                                    "missed_records",
                                    counts -> counts.uncommitted().missing()
                                            + counts.committed().missing()),
                            count(
                                    "doubled_records",
                                    counts -> counts.uncommitted().doubled()
                                            + counts.committed().doubled()),
                            count(
                                    "aborted_seen_records",
                                    counts -> counts.committed().aborted()),
                            count(
                                    "consumer_lag",
                                    counts -> counts.uncommitted().lag()
                                            + counts.committed().lag()),
                            count("open_transactions", VisibilityCounts::openTransactions),
                            count("fetch.max.wait.ms", counts -> Readers.FETCH_MAX_WAIT_MILLIS),
                            count("group.protocol", counts -> Readers.GROUP_PROTOCOL)))
            .flatMap(columns -> columns)
            .toList();

    private VisibilityColumns() {}

    private static long recorded(ForkResult fork, Latency latency) {
        return fork.latency(latency).map(histogram -> histogram.getTotalCount()).orElse(0L);
    }

    private static Column<SampleRow> count(String name, Function<VisibilityCounts, Object> value) {
        return Column.text(
                name,
                row -> row.fork()
                        .flatMap(ForkResult::visibility)
                        .map(value)
                        .map(String::valueOf)
                        .orElse(""));
    }

    /** Returns a column that is empty with {@code acks=0}, which acknowledges nothing. */
    private static Column<SampleRow> acknowledged(
            String name, int decimals, ToDoubleBiFunction<ForkResult, VisibilityCounts> value) {
        return Column.number(
                name,
                decimals,
                row -> row.fork()
                        .filter(fork -> row.confirmed())
                        .flatMap(fork ->
                                fork.visibility().map(counts -> OptionalDouble.of(value.applyAsDouble(fork, counts))))
                        .orElse(OptionalDouble.empty()));
    }
}
