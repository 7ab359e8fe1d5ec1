package io.producerbench.report.picture;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.VariedSettings;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.SettingColumn;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The scenarios of a sweep that a picture shows beside each other. */
record SweepCells(List<SweepCell> all) {
    /** The minimum that is shown if a sweep has several: the usual one with three replicas. */
    private static final int SHOWN_MINIMUM = 2;

    /** Columns that follow from the mode or the benchmark, or that pictures tell apart themselves. */
    private static final Set<ColumnKey> NOT_VARIED = Set.of(
            ScenarioKeys.BENCHMARK,
            ScenarioKeys.ACKS,
            ScenarioKeys.ENABLE_IDEMPOTENCE,
            ScenarioKeys.TRANSACTIONAL,
            ScenarioKeys.MIN_INSYNC_REPLICAS,
            ScenarioKeys.RECORD_SIZE,
            ScenarioKeys.BROKERS_DOWN);

    SweepCells {
        all = List.copyOf(all);
    }

    /**
     * Returns the scenarios of a benchmark with all brokers alive, by the size of their records.
     * A mode that was measured at several {@code min.insync.replicas} is there once.
     */
    Map<Integer, SweepCells> healthy(String benchmark) {
        Map<List<String>, SweepCell> shown = new LinkedHashMap<>();
        all.stream()
                .filter(cell -> cell.is(benchmark) && cell.brokersDown() == 0 && cell.valid() > 0)
                .sorted(Comparator.comparing(cell -> farFromShown(cell.minInsyncReplicas())))
                .forEach(cell -> shown.putIfAbsent(identity(cell), cell));
        return new TreeMap<>(shown.values().stream()
                .sorted(Comparator.comparing(SweepCell::mode).thenComparing(this::settings))
                .collect(Collectors.groupingBy(
                        SweepCell::recordSize, Collectors.collectingAndThen(Collectors.toList(), SweepCells::new))));
    }

    /** Returns a number by which the minimum that is shown comes first, then the smallest. */
    static int farFromShown(int minInsyncReplicas) {
        return minInsyncReplicas == SHOWN_MINIMUM ? 0 : minInsyncReplicas;
    }

    /** Returns the rate of each mode by that of acks=1, for the largest records. */
    Map<Mode, Double> rateRatios() {
        Map<Mode, Double> ratios = new EnumMap<>(Mode.class);
        healthy(SweepCell.MAX_RATE).values().forEach(size -> {
            List<SweepCell> modes = size.oneOfEachMode().all();
            modes.stream()
                    .filter(cell -> cell.mode() == Mode.ACKS_1)
                    .forEach(base -> modes.forEach(cell -> base.ratio(SampleKeys.RECORDS_PER_S, cell)
                            .ifPresent(ratio -> ratios.put(cell.mode(), ratio.median()))));
        });
        return ratios;
    }

    private static List<String> identity(SweepCell cell) {
        return SettingColumn.keys().stream()
                .filter(column -> !column.equals(ScenarioKeys.MIN_INSYNC_REPLICAS))
                .map(cell.summary()::textIfAny)
                .toList();
    }

    /** Returns the first scenario of each mode. */
    SweepCells oneOfEachMode() {
        Map<Mode, SweepCell> first = new EnumMap<>(Mode.class);
        all.forEach(cell -> first.putIfAbsent(cell.mode(), cell));
        return new SweepCells(List.copyOf(first.values()));
    }

    /** Returns the settings in which this scenario differs from others of its mode; may be empty. */
    String settings(SweepCell cell) {
        return VariedSettings.of(
                cell.summary(),
                all.stream()
                        .filter(other -> other.mode() == cell.mode()
                                && other.summary()
                                        .text(ScenarioKeys.BENCHMARK)
                                        .equals(cell.summary().text(ScenarioKeys.BENCHMARK)))
                        .map(SweepCell::summary)
                        .toList(),
                NOT_VARIED);
    }
}
