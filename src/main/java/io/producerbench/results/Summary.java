package io.producerbench.results;

import io.producerbench.latency.HistogramLog;
import io.producerbench.latency.Latency;
import io.producerbench.results.sample.Status;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/**
 * The rows of {@code summary.csv}: one for each scenario over all its blocks. They are computed
 * from {@code samples.csv} and the histogram logs alone.
 *
 * <p>Only samples whose status is OK count. The unit of replication is the block. An interval is
 * over the blocks' values, never over records, because records share acknowledgements and are not
 * independent. Pooled percentiles come from the sum of the blocks' histograms.
 */
public record Summary(List<SummaryRow> rows) {
    /** The columns that identify a scenario, in the order of the file. */
    static final List<ColumnKey> SETTING = SettingColumn.keys();

    /** Computes the summary of the run's samples; without samples it has no rows. */
    public static Summary of(RunDirectory run) {
        List<ResultRow> samples = Files.exists(run.samples()) ? CsvTable.read(run.samples()) : List.of();
        return of(samples, name -> HistogramLog.read(run.histogram(name)));
    }

    /** @param histograms reads a histogram log by the name that {@code histogram_file} gives */
    static Summary of(List<ResultRow> samples, Function<String, Map<Latency, Histogram>> histograms) {
        Map<List<String>, List<ResultRow>> scenarios = new LinkedHashMap<>();
        for (ResultRow sample : samples) {
            List<String> setting = SETTING.stream().map(sample::textIfAny).toList();
            scenarios.computeIfAbsent(setting, unused -> new ArrayList<>()).add(sample);
        }
        Optional<Drift> drift = Drift.of(scenarios.values().stream()
                .map(Summary::maxRateByBlock)
                .filter(rates -> !rates.isEmpty())
                .toList());
        Acks1Ratios ratios = Acks1Ratios.of(samples);
        return new Summary(scenarios.values().stream()
                .map(blocks ->
                        new SummaryRow(blocks, usable(blocks), pooled(usable(blocks), histograms), drift, ratios))
                .sorted(SummaryRow.BY_SETTING)
                .toList());
    }

    private static List<ResultRow> usable(List<ResultRow> blocks) {
        return blocks.stream()
                .filter(sample -> sample.text(SampleKeys.STATUS).equals(Status.OK.name()))
                .toList();
    }

    private static Map<Integer, Double> maxRateByBlock(List<ResultRow> blocks) {
        Map<Integer, Double> rates = new HashMap<>();
        for (ResultRow sample : usable(blocks)) {
            boolean hasRate = !sample.text(SampleKeys.RECORDS_PER_S).isEmpty();
            if (hasRate && sample.text(ScenarioKeys.BENCHMARK).equals("MaxRate")) {
                rates.put(sample.requireInt(SampleKeys.BLOCK), Double.valueOf(sample.text(SampleKeys.RECORDS_PER_S)));
            }
        }
        return rates;
    }

    private static Map<Latency, Histogram> pooled(
            List<ResultRow> samples, Function<String, Map<Latency, Histogram>> histograms) {
        Map<Latency, Histogram> pooled = new EnumMap<>(Latency.class);
        List<String> files = samples.stream()
                .map(sample -> sample.text(SampleKeys.HISTOGRAM_FILE))
                .filter(file -> !file.isEmpty())
                .toList();
        for (String file : files) {
            histograms.apply(file).forEach((latency, histogram) -> {
                Histogram sum = pooled.putIfAbsent(latency, histogram);
                if (sum != null) {
                    sum.add(histogram);
                }
            });
        }
        return pooled;
    }

    /** Returns the text of {@code summary.csv}. */
    public String csv() {
        return new CsvTable<>(SummaryColumns.ALL).text(rows);
    }
}
