package io.producerbench.guarantees.experiments;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Verdict;
import io.producerbench.guarantees.verification.RecordCount;
import io.producerbench.results.Column;
import io.producerbench.results.RunIdentity;
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
                "unavailable_ms", 0, row -> optional(row.result().observed().unavailable())));
        columns.add(Column.text("retries", row -> row.result().observed().retries()));
        columns.add(Column.text("fault_hits", row -> row.result().observed().faultHits()));
        columns.add(Column.text(
                "facts",
                row -> row.result().observed().facts().entrySet().stream()
                        .map(fact -> fact.getKey() + ": " + fact.getValue())
                        .collect(Collectors.joining("; "))));
        columns.add(Column.text("trial_ms", row -> row.result().took().toMillis()));
        return List.copyOf(columns);
    }

    private static List<Column<TrialRow>> cell() {
        return List.of(
                Column.text("experiment", row -> row.cell().experiment()),
                Column.text("fault", row -> row.cell().experiment().fault()),
                Column.text("variant", row -> row.cell().variant()),
                Column.text("mode", row -> row.cell().guarantee().mode()),
                Column.text("acks", row -> row.cell().guarantee().acks().kafkaValue()),
                Column.text("enable_idempotence", row -> row.cell().guarantee().enableIdempotence()),
                Column.text("transactional", row -> row.cell().guarantee().transactional()),
                Column.text("min_insync_replicas", row -> row.cell().guarantee().minInsyncReplicas()),
                Column.text("trial", row -> row.result().number()));
    }

    private static List<Column<TrialRow>> verdict() {
        return List.of(
                Column.text(
                        "watched",
                        row -> row.cell().expectation().watched().stream()
                                .map(Anomaly::name)
                                .collect(Collectors.joining("|"))),
                Column.text(
                        "expected",
                        row -> row.cell()
                                .expectation()
                                .verdict()
                                .map(Verdict::name)
                                .orElse("")),
                Column.number(
                        "expected_count",
                        0,
                        row -> optional(row.cell().expectation().count())),
                Column.text("verdict", row -> row.result().verdict()),
                Column.text(
                        "as_expected",
                        row -> row.result().isValid() ? row.result().isAsExpected() : ""),
                Column.text("reason", row -> row.result().reason()));
    }

    private static List<Column<TrialRow>> counts() {
        return Arrays.stream(RecordCount.values()).map(TrialColumns::count).toList();
    }

    private static Column<TrialRow> count(RecordCount count) {
        return new Column<>(
                count.column(),
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
