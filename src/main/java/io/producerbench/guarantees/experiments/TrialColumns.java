package io.producerbench.guarantees.experiments;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Verdict;
import io.producerbench.guarantees.verification.RecordCounts;
import io.producerbench.results.Column;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.TrialKeys;
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
                SampleKeys.UNAVAILABLE_MS,
                0,
                row -> optional(
                        row.result().unavailable().isPresent(),
                        () -> row.result().unavailable().getAsLong())));
        columns.add(Column.text(SampleKeys.RETRIES, row -> row.result().retries()));
        columns.add(Column.text(TrialKeys.FAULT_HITS, row -> row.result().faultHits()));
        columns.add(Column.text(
                TrialKeys.FACTS,
                row -> row.result().facts().entrySet().stream()
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
                        row -> optional(
                                row.cell().expectation().count().isPresent(),
                                () -> row.cell().expectation().count().getAsLong())),
                Column.text(TrialKeys.VERDICT, row -> row.result().verdict()),
                Column.text(
                        TrialKeys.AS_EXPECTED,
                        row -> row.result().isValid() ? row.result().isAsExpected() : ""),
                Column.text(TrialKeys.REASON, row -> row.result().reason()));
    }

    private static List<Column<TrialRow>> counts() {
        return List.of(
                count(new ColumnKey("attempted"), RecordCounts::attempted),
                count(SampleKeys.ACKNOWLEDGED, RecordCounts::acknowledged),
                count(new ColumnKey("rejected"), RecordCounts::rejected),
                count(SampleKeys.UNKNOWN, RecordCounts::unknown),
                count(new ColumnKey("never_sent"), RecordCounts::neverSent),
                count(new ColumnKey("unknown_present"), RecordCounts::unknownPresent),
                count(TrialKeys.LOST, RecordCounts::lost),
                count(new ColumnKey("lost_on_disk"), RecordCounts::lostOnDisk),
                count(TrialKeys.DUPLICATE_IDS, RecordCounts::duplicateIds),
                count(TrialKeys.EXTRA_COPIES, RecordCounts::extraCopies),
                count(TrialKeys.INVERSIONS, RecordCounts::inversions),
                count(TrialKeys.REGRESSIONS, RecordCounts::regressions),
                count(SampleKeys.INVISIBLE_UNTIL_HEAL, RecordCounts::invisibleUntilHeal),
                count(TrialKeys.UNCOMMITTED_VISIBLE, RecordCounts::uncommittedVisible),
                count(TrialKeys.DIRTY_VISIBLE, RecordCounts::dirtyVisible),
                count(TrialKeys.TORN, RecordCounts::torn));
    }

    private static Column<TrialRow> count(ColumnKey key, ToLongFunction<RecordCounts> count) {
        return new Column<>(
                key,
                row -> row.result()
                        .counts()
                        .map(counts -> Long.toString(count.applyAsLong(counts)))
                        .orElse(""));
    }

    private static OptionalDouble optional(boolean present, LongSupplier value) {
        return present ? OptionalDouble.of(value.getAsLong()) : OptionalDouble.empty();
    }
}
