package io.producerbench.guarantees.experiments;

import io.producerbench.results.Column;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.TrialKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The columns of {@code settings.csv}, in order. {@code docs/files} explains each. */
public final class SettingsColumns {
    /** What the columns mean: names, unit, meaning, and when a cell is empty. */
    public static final String WORDS = """
            schema_version run_id started_at commit dirty cluster_kind broker_version client_version jdk cpu_model cores capacity_valid seed | | as in `samples.csv` | as there
            acks enable_idempotence | | as given | left unset
            transactional | | whether a `transactional.id` was given | never
            retries max_in_flight | | as given; `max.in.flight.requests.per.connection` | left unset
            min_insync_replicas | | the topic's setting, which the producer never sees | not relevant
            expected outcome | | `accepted` or `refused` | never
            as_expected | | true if it refused the settings or uses the values as expected | never
            reason | | Kafka's reason for the refusal | accepted
            effective_acks effective_enable_idempotence effective_retries effective_max_in_flight | | the values that the producer uses; `acks=-1` is `all` | refused
            """;

    public static final List<Column<SettingsRow>> ALL = all();

    private SettingsColumns() {}

    private static List<Column<SettingsRow>> all() {
        List<Column<SettingsRow>> columns =
                new ArrayList<>(RunIdentity.leadingColumns(SettingsRow::run, SettingsRow::startedAt));
        columns.addAll(given());
        columns.addAll(List.of(
                answer(TrialKeys.EXPECTED, answer -> outcome(answer.check().mustBeRefused())),
                answer(TrialKeys.OUTCOME, answer -> outcome(answer.refusal().isPresent())),
                answer(TrialKeys.AS_EXPECTED, SettingsAnswer::isAsExpected),
                answer(TrialKeys.REASON, answer -> answer.refusal().orElse("")),
                answer(TrialKeys.effective(ScenarioKeys.ACKS), answer -> answer.uses(SettingsCheck.ACKS)),
                answer(
                        TrialKeys.effective(TrialKeys.ENABLE_IDEMPOTENCE),
                        answer -> answer.uses(SettingsCheck.IDEMPOTENCE)),
                answer(TrialKeys.effective(SampleKeys.RETRIES), answer -> answer.uses(SettingsCheck.RETRIES)),
                answer(TrialKeys.effective(TrialKeys.MAX_IN_FLIGHT), answer -> answer.uses(SettingsCheck.IN_FLIGHT))));
        return List.copyOf(columns);
    }

    private static List<Column<SettingsRow>> given() {
        return List.of(
                Column.text(ScenarioKeys.ACKS, row -> row.given(SettingsCheck.ACKS)),
                Column.text(TrialKeys.ENABLE_IDEMPOTENCE, row -> row.given(SettingsCheck.IDEMPOTENCE)),
                Column.text(
                        ScenarioKeys.TRANSACTIONAL,
                        row -> !row.given(SettingsCheck.TRANSACTIONAL_ID).isEmpty()),
                Column.text(SampleKeys.RETRIES, row -> row.given(SettingsCheck.RETRIES)),
                Column.text(TrialKeys.MAX_IN_FLIGHT, row -> row.given(SettingsCheck.IN_FLIGHT)),
                answer(
                        TrialKeys.MIN_INSYNC_REPLICAS,
                        answer -> answer.check().minInsyncReplicas().isPresent()
                                ? answer.check().minInsyncReplicas().getAsInt()
                                : ""));
    }

    private static Column<SettingsRow> answer(ColumnKey key, Function<SettingsAnswer, Object> value) {
        return Column.text(key, row -> value.apply(row.answer()));
    }

    private static String outcome(boolean refused) {
        return refused ? "refused" : "accepted";
    }
}
