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

/** The columns of {@code guarantees.csv}, in order. {@code docs/files} explains each. */
public final class TrialColumns {
    /** What the columns mean: names, unit, meaning, and when a cell is empty. */
    public static final String WORDS = """
            schema_version run_id started_at commit dirty cluster_kind broker_version client_version jdk cpu_model cores capacity_valid seed | | as in `samples.csv` | as there
            experiment | | its id | never
            fault | | the fault, in a few words | never
            variant | | what distinguishes the fault from others of the experiment | the experiment has one fault
            mode | | `acks=0`, `acks=1`, `acks=all`, `idempotent` or `transactional` | never
            acks enable_idempotence transactional min_insync_replicas | | the settings of the mode | never
            trial | | its number within the cell, from 1 | never
            watched | | the anomalies by which the trial is judged, separated by vertical bars | never
            expected | | HELD: none of the watched anomalies may be seen; BROKEN: the first one must be seen | the trial only counts
            expected_count | as the count | the exact count of the first watched anomaly that must be seen | any count is allowed
            verdict | | HELD, BROKEN, UNKNOWN (could not be read back), INVALID (the fault had no effect) | never
            as_expected | | true if verdict, count and all other observations are as expected | UNKNOWN or INVALID
            reason | | why the trial is not as expected | as expected
            attempted | records | written into the ledger, before they were sent | UNKNOWN or INVALID
            acknowledged rejected unknown never_sent | records | outcomes that the producer was told; a failure is a rejection only if the record cannot be stored | likewise
            unknown_present | records | unknown, and present in the end | likewise
            lost | records | acknowledged, and absent in the end; with `acks=0` records that the producer took for sent | likewise
            lost_on_disk | records | lost, and absent from the files of every replica | likewise
            duplicate_ids extra_copies | records, copies | stored more than once; copies beyond the first | likewise
            inversions | records | stored behind a record that was sent later, first copies only | likewise
            regressions | copies | stored behind a record that was sent later, copies included, as a consumer sees them | likewise
            invisible_until_heal | records | acknowledged, not readable during the fault, and present in the end | likewise
            uncommitted_visible | records | not committed, and seen with read_uncommitted | likewise
            dirty_visible | records | not committed, and seen with read_committed | likewise
            torn | transactions | seen in part with read_committed | likewise
            unavailable_ms | ms | from a broker's death to the first acknowledgement after it, checked at least every 50 ms | not measured
            retries | records | sent again, by Kafka's own count | never
            fault_hits | | number of things that the fault withheld, dropped or killed; 1 if the experiment has no fault | never
            facts | | other observations, as `name: value`, joined by `; ` | no other observation
            trial_ms | ms | from new topics to the verdict, together with the trials that share the fault | never
            """;

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
