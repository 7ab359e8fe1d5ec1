package io.producerbench.guarantees.experiments;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Verdict;
import io.producerbench.guarantees.verification.RecordCounts;
import io.producerbench.results.Column;
import io.producerbench.results.RunIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The columns of {@code guarantees.csv}, in order. {@code results/README.md} says what each means. */
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
                "unavailable_ms",
                0,
                row -> optional(
                        row.result().unavailable().isPresent(),
                        () -> row.result().unavailable().getAsLong())));
        columns.add(Column.text("retries", row -> row.result().retries()));
        columns.add(Column.text("fault_hits", row -> row.result().faultHits()));
        columns.add(Column.text(
                "facts",
                row -> row.result().facts().entrySet().stream()
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
                        row -> optional(
                                row.cell().expectation().count().isPresent(),
                                () -> row.cell().expectation().count().getAsLong())),
                Column.text("verdict", row -> row.result().verdict()),
                Column.text(
                        "as_expected",
                        row -> row.result().isValid() ? row.result().isAsExpected() : ""),
                Column.text("reason", row -> row.result().reason()));
    }

    private static List<Column<TrialRow>> counts() {
        return List.of(
                count("attempted", RecordCounts::attempted),
                count("acknowledged", RecordCounts::acknowledged),
                count("rejected", RecordCounts::rejected),
                count("unknown", RecordCounts::unknown),
                count("never_sent", RecordCounts::neverSent),
                count("unknown_present", RecordCounts::unknownPresent),
                count("lost", RecordCounts::lost),
                count("lost_on_disk", RecordCounts::lostOnDisk),
                count("duplicate_ids", RecordCounts::duplicateIds),
                count("extra_copies", RecordCounts::extraCopies),
                count("inversions", RecordCounts::inversions),
                count("regressions", RecordCounts::regressions),
                count("invisible_until_heal", RecordCounts::invisibleUntilHeal),
                count("uncommitted_visible", RecordCounts::uncommittedVisible),
                count("dirty_visible", RecordCounts::dirtyVisible),
                count("torn", RecordCounts::torn));
    }

    private static Column<TrialRow> count(String name, ToLongFunction<RecordCounts> count) {
        return new Column<>(
                name,
                row -> row.result()
                        .counts()
                        .map(counts -> Long.toString(count.applyAsLong(counts)))
                        .orElse(""));
    }

    private static OptionalDouble optional(boolean present, LongSupplier value) {
        return present ? OptionalDouble.of(value.getAsLong()) : OptionalDouble.empty();
    }
}
