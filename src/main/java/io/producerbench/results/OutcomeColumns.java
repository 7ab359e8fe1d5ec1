package io.producerbench.results;

import io.producerbench.latency.Totals;
import io.producerbench.results.sample.ForkResult;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/** The columns of {@code samples.csv} that count records and give their rates. */
final class OutcomeColumns {
    private static final double BYTES_PER_MEGABYTE = 1e6;

    static final List<Column<SampleRow>> ALL = List.of(
            total(new ColumnKey("sent"), Totals::sent),
            Column.text(
                    SampleKeys.ACKNOWLEDGED,
                    row -> row.totals()
                            .filter(totals -> row.confirmed())
                            .map(totals -> Long.toString(totals.succeeded()))
                            .orElse("")),
            total(new ColumnKey("failed"), Totals::failed),
            total(SampleKeys.UNKNOWN, Totals::unknown),
            Column.number(
                    SampleKeys.LOG_END_DELTA,
                    0,
                    row -> row.host()
                            .map(host -> host.logEndDelta().isPresent()
                                    ? OptionalDouble.of(host.logEndDelta().getAsLong())
                                    : OptionalDouble.empty())
                            .orElse(OptionalDouble.empty())),
            Column.number(SampleKeys.RECORDS_PER_S, 1, OutcomeColumns::recordsPerSecond),
            Column.number(
                    SampleKeys.MB_PER_S,
                    3,
                    row -> CostColumns.finite(row.recordsPerSecond().orElse(Double.NaN)
                            * row.step().scenario().workload().recordSize()
                            / BYTES_PER_MEGABYTE)),
            CostColumns.fork(new ColumnKey("jmh_score"), 1, ForkResult::jmhScore),
            Column.text(
                    "jmh_score_unit",
                    row -> row.fork().map(ForkResult::jmhScoreUnit).orElse("")),
            CostColumns.fork(SampleKeys.LOG_END_RECORDS_PER_S, 1, ForkResult::brokerRecordsPerSecond),
            CostColumns.fork(new ColumnKey("measured_s"), 3, ForkResult::seconds),
            inTransactions(
                    "committed_records",
                    totals -> totals.succeeded() - totals.drawn().records()),
            inTransactions("aborted_records", totals -> totals.drawn().records()));

    private OutcomeColumns() {}

    private static OptionalDouble recordsPerSecond(SampleRow row) {
        return CostColumns.finite(row.recordsPerSecond().orElse(Double.NaN));
    }

    private static Column<SampleRow> inTransactions(String name, ToLongFunction<Totals> count) {
        return Column.text(
                name,
                row -> row.totals()
                        .filter(totals -> totals.transactions() > 0)
                        .map(totals -> Long.toString(count.applyAsLong(totals)))
                        .orElse(""));
    }

    private static Column<SampleRow> total(ColumnKey key, ToLongFunction<Totals> count) {
        return Column.text(
                key,
                row -> row.totals()
                        .map(totals -> Long.toString(count.applyAsLong(totals)))
                        .orElse(""));
    }
}
