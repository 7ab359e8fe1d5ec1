package io.producerbench.compare;

import io.producerbench.guarantee.Acks;
import io.producerbench.guarantee.Mode;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.SampleMetrics;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.stats.Metric;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings of one measured point, by column, in the order of the files. Samples with equal
 * settings measured the same thing.
 */
public record ComparedCell(Map<ColumnKey, String> settings) {
    /** Puts closed loop first, then sorts by the settings in their order, numbers by size. */
    public static final Comparator<ComparedCell> BY_SETTING = Comparator.comparing(
                    (ComparedCell cell) -> !cell.isMaxRate())
            .thenComparing(cell ->
                    cell.settings.values().stream().map(ComparedCell::sortable).collect(Collectors.joining(",")));

    private static final List<ColumnKey> IN_EVERY_NAME = List.of(
            ScenarioKeys.BENCHMARK,
            ScenarioKeys.ACKS,
            ScenarioKeys.ENABLE_IDEMPOTENCE,
            ScenarioKeys.TRANSACTIONAL,
            ScenarioKeys.MIN_INSYNC_REPLICAS,
            ScenarioKeys.RECORD_SIZE);

    public ComparedCell {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    private static String sortable(String value) {
        return value.chars().allMatch(Character::isDigit) ? String.format(Locale.ROOT, "%12s", value) : value;
    }

    /**
     * Returns the value of a setting; empty if it does not apply or the file has no such column.
     */
    public String setting(ColumnKey column) {
        return settings.getOrDefault(column, "");
    }

    private String benchmark() {
        return setting(ScenarioKeys.BENCHMARK);
    }

    public boolean isMaxRate() {
        return benchmark().equals("MaxRate");
    }

    /**
     * Returns the metric that the cell is judged by: the rate in closed loop, the tail of the
     * latency in open loop. A cell whose records are refused has neither.
     */
    public Optional<Metric> headline() {
        boolean acknowledges = !setting(ScenarioKeys.ACKS).equals("0");
        if (isMaxRate()) {
            return Optional.of(acknowledges ? SampleMetrics.RECORDS_PER_S : SampleMetrics.LOG_END_RECORDS_PER_S);
        }
        boolean isFixedRate = benchmark().equals("FixedRate");
        return isFixedRate && acknowledges ? Optional.of(SampleMetrics.ACK_P99_US) : Optional.empty();
    }

    /**
     * Returns the metric that is compared beside the headline. Open loop has none, because its CPU
     * time is mostly spent waiting.
     */
    public Optional<Metric> secondary() {
        return isMaxRate() ? Optional.of(SampleMetrics.CLIENT_CPU_US_PER_RECORD) : Optional.empty();
    }

    /** Returns the headline and the secondary metric, as far as the cell has them. */
    List<Metric> metrics() {
        return Stream.of(headline(), secondary()).flatMap(Optional::stream).toList();
    }

    /**
     * Returns the cell without {@code min.insync.replicas}, which costs nothing while all brokers
     * are up; empty if brokers are down.
     */
    Optional<ComparedCell> healthyTriplet() {
        String down = setting(ScenarioKeys.BROKERS_DOWN);
        if (!down.isEmpty() && !down.equals("0")) {
            return Optional.empty();
        }
        return Optional.of(withoutMinimum());
    }

    /** Returns the name of the mode, or {@code acks=...} if the settings are none of the five. */
    public String mode() {
        boolean idempotent = setting(ScenarioKeys.ENABLE_IDEMPOTENCE).equals("true");
        boolean transactional = setting(ScenarioKeys.TRANSACTIONAL).equals("true");
        return Acks.of(setting(ScenarioKeys.ACKS))
                .flatMap(acks -> Mode.of(acks, idempotent, transactional))
                .map(Mode::label)
                .orElseGet(() -> "acks=" + setting(ScenarioKeys.ACKS));
    }

    /**
     * Returns a short name that differs from the names of the other cells of the same benchmark in
     * {@code all}. It leaves out settings that are the same in all of them.
     */
    public String name(Collection<ComparedCell> all) {
        String minimum = setting(ScenarioKeys.ACKS).equals("all") || isToldApartByMinimum(all)
                ? " min.isr=" + setting(ScenarioKeys.MIN_INSYNC_REPLICAS)
                : "";
        List<ComparedCell> alike = all.stream()
                .filter(other -> other.benchmark().equals(benchmark()))
                .toList();
        String others = settings.keySet().stream()
                .filter(column -> !IN_EVERY_NAME.contains(column))
                .filter(column -> !setting(column).isEmpty() && varies(column, alike))
                .map(column -> " " + column + "=" + setting(column))
                .collect(Collectors.joining());
        return mode() + minimum + " " + setting(ScenarioKeys.RECORD_SIZE) + "B" + others;
    }

    private boolean isToldApartByMinimum(Collection<ComparedCell> all) {
        return all.stream()
                .filter(other -> !other.setting(ScenarioKeys.MIN_INSYNC_REPLICAS)
                        .equals(setting(ScenarioKeys.MIN_INSYNC_REPLICAS)))
                .anyMatch(other -> other.withoutMinimum().equals(withoutMinimum()));
    }

    private ComparedCell withoutMinimum() {
        Map<ColumnKey, String> others = new LinkedHashMap<>(settings);
        others.remove(ScenarioKeys.MIN_INSYNC_REPLICAS);
        return new ComparedCell(others);
    }

    private static boolean varies(ColumnKey column, Collection<ComparedCell> all) {
        return values(column, all).size() > 1;
    }

    private static Set<String> values(ColumnKey column, Collection<ComparedCell> all) {
        return all.stream()
                .map(cell -> cell.setting(column))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Returns the settings that have one value in all cells to which they apply, or one in all
     * cells of each benchmark, without the settings that every name has.
     */
    public static Map<ColumnKey, String> shared(Collection<ComparedCell> all) {
        Map<String, List<ComparedCell>> benchmarks = all.stream()
                .collect(Collectors.groupingBy(ComparedCell::benchmark, LinkedHashMap::new, Collectors.toList()));
        Map<ColumnKey, String> shared = new LinkedHashMap<>();
        all.stream()
                .flatMap(cell -> cell.settings.keySet().stream())
                .filter(column -> !IN_EVERY_NAME.contains(column))
                .filter(column -> benchmarks.values().stream().noneMatch(cells -> varies(column, cells)))
                .forEach(column -> {
                    Set<String> values = values(column, all);
                    if (values.size() == 1) {
                        shared.put(column, values.iterator().next());
                    } else if (values.size() > 1) {
                        shared.put(column, byBenchmark(column, benchmarks));
                    }
                });
        return shared;
    }

    private static String byBenchmark(ColumnKey column, Map<String, List<ComparedCell>> benchmarks) {
        return benchmarks.entrySet().stream()
                .flatMap(cells ->
                        values(column, cells.getValue()).stream().map(value -> value + " in " + cells.getKey()))
                .collect(Collectors.joining(", "));
    }
}
