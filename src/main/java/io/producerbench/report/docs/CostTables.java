package io.producerbench.report.docs;

import io.producerbench.latency.Latency;
import io.producerbench.report.ModeOfRow;
import io.producerbench.results.Acks1Ratios;
import io.producerbench.results.RelativeMetric;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.SettingColumn;
import io.producerbench.results.SummaryKeys;
import io.producerbench.results.sample.Status;
import io.producerbench.stats.PairedRatio;
import io.producerbench.text.Figures;
import io.producerbench.text.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What each mode costs in a sweep, for records of one size.
 *
 * @param summary the rows of that size, in the order of the modes
 * @param samples of the whole run
 */
record CostTables(List<ResultRow> summary, List<ResultRow> samples) {
    private static final Comparator<ResultRow> ORDER = Comparator.<ResultRow, Integer>comparing(
                    row -> ModeOfRow.of(row).ordinal())
            .thenComparing(row -> row.requireInt(ScenarioKeys.MIN_INSYNC_REPLICAS));

    static CostTables of(DocRuns runs, String sweep, int recordSize) {
        return new CostTables(
                runs.summary(sweep).stream()
                        .filter(row -> row.requireInt(ScenarioKeys.RECORD_SIZE) == recordSize)
                        .sorted(ORDER)
                        .toList(),
                runs.samples(sweep));
    }

    Acks1Ratios ratios() {
        return Acks1Ratios.of(samples);
    }

    /** Returns the rate of one setting relative to another one's in the same blocks. */
    Optional<PairedRatio> relative(ResultRow setting, ResultRow base) {
        return PairedRatio.of(ratesByBlock(base), ratesByBlock(setting));
    }

    private Map<Integer, Double> ratesByBlock(ResultRow setting) {
        Map<Integer, Double> rates = new TreeMap<>();
        samples.stream()
                .filter(row -> row.text(SampleKeys.STATUS).equals(Status.OK.name()))
                .filter(row -> row.text(ScenarioKeys.BENCHMARK).equals(RelativeMetric.RATE.benchmark()))
                .filter(row -> SettingColumn.keys().stream()
                        .allMatch(key -> row.textIfAny(key).equals(setting.textIfAny(key))))
                .forEach(row -> rates.putIfAbsent(
                        row.requireInt(SampleKeys.BLOCK),
                        row.amount(SampleKeys.RECORDS_PER_S).orElseThrow()));
        return rates;
    }

    /** Returns the rows of one benchmark. */
    Stream<ResultRow> of(String benchmark) {
        return summary.stream().filter(row -> row.text(ScenarioKeys.BENCHMARK).equals(benchmark));
    }

    String rates() {
        Acks1Ratios ratios = ratios();
        Table table = Table.of(
                "mode",
                "min. insync. replicas:",
                "records/s:",
                "MB/s:",
                "× acks=1:",
                "client CPU µs/record:",
                "broker CPU µs/record:",
                "limited by");
        of(RelativeMetric.RATE.benchmark())
                .forEach(row -> table.add(
                        ModeOfRow.of(row).label(),
                        DocCells.minimum(row),
                        DocCells.interval(row, SampleKeys.RECORDS_PER_S, Figures::whole),
                        DocCells.number(row, SampleKeys.MB_PER_S.median(), CostTables::one),
                        DocCells.ratio(row, ratios, RelativeMetric.RATE),
                        DocCells.number(row, SampleKeys.CLIENT_CPU_US_PER_RECORD.median(), DocCells::two),
                        DocCells.number(row, SampleKeys.BROKER_CPU_US_PER_RECORD.median(), CostTables::one),
                        row.text(SampleKeys.LIMITED_BY)));
        return table.markdown();
    }

    String latencies() {
        Acks1Ratios ratios = ratios();
        Table table = Table.of(
                "mode",
                "min. insync. replicas:",
                "ack p50 ms:",
                "ack p99 ms:",
                "× acks=1:",
                "p99.9 ms, pooled:",
                "max ms:",
                "commit p50 ms:",
                "due to committed p50 / p99 ms:");
        of(RelativeMetric.ACK_P99.benchmark())
                .filter(row -> row.amount(SampleKeys.ACK_P50_US.median()).isPresent())
                .forEach(row -> table.add(
                        ModeOfRow.of(row).label(),
                        DocCells.minimum(row),
                        DocCells.interval(row, SampleKeys.ACK_P50_US, Figures::millis),
                        DocCells.interval(row, SampleKeys.ACK_P99_US, Figures::millis),
                        DocCells.ratio(row, ratios, RelativeMetric.ACK_P99),
                        DocCells.number(row, SummaryKeys.pooled(Latency.ACK, "p99_9"), Figures::millis),
                        DocCells.number(row, SummaryKeys.pooled(Latency.ACK, "max"), DocCells::wholeMillis),
                        DocCells.number(row, SummaryKeys.COMMIT_P50_US, Figures::millis),
                        committed(row)));
        return table.markdown();
    }

    private static String committed(ResultRow row) {
        return Figures.pair(
                row.amount(SummaryKeys.pooled(Latency.COMMITTED, "p50")),
                row.amount(SummaryKeys.pooled(Latency.COMMITTED, "p99")),
                DocCells::wholeMillis);
    }

    private static String one(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
