package io.producerbench.compare;

import io.producerbench.results.Column;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.CsvTable;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.RunKeys;
import io.producerbench.results.SettingColumn;
import io.producerbench.results.TrialKeys;
import io.producerbench.stats.Difference;
import io.producerbench.stats.Interval;
import io.producerbench.stats.MetricSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The columns of {@code comparison.csv}, in order. {@code docs/files} says what each means.
 */
public final class ComparisonColumns {
    private static final List<ColumnKey> OF_EACH_SIDE = List.of(
            RunKeys.RUN_ID,
            RunKeys.COMMIT,
            RunKeys.DIRTY,
            RunKeys.SCHEMA_VERSION,
            RunKeys.CLUSTER_KIND,
            RunKeys.BROKER_VERSION,
            RunKeys.CLIENT_VERSION,
            RunKeys.JDK,
            RunKeys.CPU_MODEL,
            RunKeys.CORES);

    private ComparisonColumns() {}

    /** Returns the whole file. */
    public static String csv(RunComparison comparison, String comparisonId) {
        return new CsvTable<>(of(comparison, comparisonId)).text(comparison.rows());
    }

    static List<Column<MetricComparison>> of(RunComparison comparison, String comparisonId) {
        List<Column<MetricComparison>> columns = new ArrayList<>();
        columns.add(Column.text(RunKeys.SCHEMA_VERSION, row -> RunIdentity.SCHEMA_VERSION));
        columns.add(Column.text("comparison_id", row -> comparisonId));
        columns.add(Column.text("design", row -> "sequential"));
        for (ColumnKey column : OF_EACH_SIDE) {
            columns.add(Column.text(column.of("base"), row -> RunSamples.distinct(column, row.baseRows())));
            columns.add(Column.text(column.of("new"), row -> RunSamples.distinct(column, row.nextRows())));
        }
        SettingColumn.keys()
                .forEach(name -> columns.add(Column.text(name, row -> row.cell().setting(name))));
        columns.add(Column.text(JudgementKeys.METRIC, row -> row.metric().name()));
        columns.add(Column.text(JudgementKeys.UNIT, row -> row.metric().unit()));
        columns.add(Column.text("better", row -> lower(row.metric().better())));
        columns.add(Column.text("family", row -> lower(row.family())));
        columns.addAll(side("base", MetricComparison::base));
        columns.addAll(side("new", MetricComparison::next));
        columns.addAll(differences());
        columns.add(
                Column.text(JudgementKeys.MARGIN, row -> row.metric().margin().share()));
        columns.add(Column.text(
                JudgementKeys.JUDGEMENT,
                row -> row.judgement().map(ComparisonColumns::lower).orElse("not comparable")));
        columns.add(Column.text(TrialKeys.REASON, MetricComparison::reason));
        columns.add(Column.text("trusted", row -> comparison.controls().isTrusted()));
        return columns;
    }

    private static List<Column<MetricComparison>> side(String side, Function<MetricComparison, MetricSample> sample) {
        return List.of(
                Column.text(side + "_n", row -> sample.apply(row).n()),
                Column.text(side + "_not_ok", row -> sample.apply(row).notOk()),
                Column.number(side + "_median", 4, row -> sample.apply(row).median()),
                Column.number(side + "_low", 4, row -> end(sample.apply(row).interval(), Interval::low)),
                Column.number(side + "_high", 4, row -> end(sample.apply(row).interval(), Interval::high)));
    }

    private static List<Column<MetricComparison>> differences() {
        return List.of(
                difference("ratio", Difference::ratio),
                difference("ratio_low", difference -> difference.interval().low()),
                difference("ratio_high", difference -> difference.interval().high()),
                difference("p", Difference::p),
                difference("p_adjusted", Difference::adjusted),
                Column.number(
                        "blocks_needed", 0, row -> end(row.difference(), difference -> (double) difference.blocks())));
    }

    private static Column<MetricComparison> difference(String name, ToDoubleFunction<Difference> value) {
        return Column.number(name, 6, row -> end(row.difference(), value));
    }

    private static <T> OptionalDouble end(Optional<T> from, ToDoubleFunction<T> value) {
        return from.map(part -> OptionalDouble.of(value.applyAsDouble(part))).orElse(OptionalDouble.empty());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
