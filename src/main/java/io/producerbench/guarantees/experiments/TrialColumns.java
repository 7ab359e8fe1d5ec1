package io.producerbench.guarantees.experiments;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Verdict;
import io.producerbench.guarantees.verification.RecordCount;
import io.producerbench.results.Column;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.TrialKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The columns of {@code guarantees.csv}, in order. {@code results/README.md} explains each. */
public final class TrialColumns {
    public static final List<Column<TrialRow>> ALL = all();

    private TrialColumns() {}

    private static List<Column<TrialRow>> all() {
        List<Column<TrialRow>> columns = new ArrayList<>(
                RunIdentity.leadingColumns(TrialRow::run, row -> row.result().startedAt()));
        columns.addAll(cell());
        columns.addAll(verdict());
        columns.addAll(counts());
        columns.add(Column.number(
                SampleKeys.UNAVAILABLE_MS,
                0,
                row -> optional(row.result().observed().unavailable())));
        columns.add(
                Column.text(SampleKeys.RETRIES, row -> row.result().observed().retries()));
        columns.add(
                Column.text(TrialKeys.FAULT_HITS, row -> row.result().observed().faultHits()));
        columns.add(Column.text(
                TrialKeys.FACTS,
                row -> row.result().observed().facts().entrySet().stream()
                        .map(fact -> fact.getKey() + ": " + fact.getValue())
                        .collect(Collectors.joining("; "))));
        columns.add(Column.text("trial_ms", row -> row.result().took().toMillis()));
        return List.copyOf(columns);
    }

    private static List<Column<TrialRow>> cell() {
        return List.of(
                Column.text(TrialKeys.EXPERIMENT, row -> row.cell().experiment()),
                Column.text(TrialKeys.FAULT, row -> row.cell().experiment().fault()),
                Column.text(TrialKeys.VARIANT, row -> row.cell().variant()),
                Column.text(TrialKeys.MODE, row -> row.cell().guarantee().mode()),
                Column.text(
                        ScenarioKeys.ACKS, row -> row.cell().guarantee().acks().kafkaValue()),
                Column.text(
                        TrialKeys.ENABLE_IDEMPOTENCE,
                        row -> row.cell().guarantee().enableIdempotence()),
                Column.text(
                        ScenarioKeys.TRANSACTIONAL,
                        row -> row.cell().guarantee().transactional()),
                Column.text(
                        TrialKeys.MIN_INSYNC_REPLICAS,
                        row -> row.cell().guarantee().minInsyncReplicas()),
                Column.text("trial", row -> row.result().number()));
    }

    private static List<Column<TrialRow>> verdict() {
        return List.of(
                Column.text(
                        TrialKeys.WATCHED,
                        row -> row.cell().expectation().watched().stream()
                                .map(Anomaly::name)
                                .collect(Collectors.joining("|"))),
                Column.text(
                        TrialKeys.EXPECTED,
                        row -> row.cell()
                                .expectation()
                                .verdict()
                                .map(Verdict::name)
                                .orElse("")),
                Column.number(
                        "expected_count",
                        0,
                        row -> optional(row.cell().expectation().count())),
                Column.text(TrialKeys.VERDICT, row -> row.result().verdict()),
                Column.text(
                        TrialKeys.AS_EXPECTED,
                        row -> row.result().isValid() ? row.result().isAsExpected() : ""),
                Column.text(TrialKeys.REASON, row -> row.result().reason()));
    }

    private static List<Column<TrialRow>> counts() {
        return Arrays.stream(RecordCount.values()).map(TrialColumns::count).toList();
    }

    private static Column<TrialRow> count(RecordCount count) {
        return new Column<>(
                new ColumnKey(count.column()),
                row -> row.result()
                        .judged()
                        .counts()
                        .map(counts -> Long.toString(counts.of(count)))
                        .orElse(""));
    }

    private static OptionalDouble optional(OptionalLong value) {
        return value.isPresent() ? OptionalDouble.of(value.getAsLong()) : OptionalDouble.empty();
    }
}
