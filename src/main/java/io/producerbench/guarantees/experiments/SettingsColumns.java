package io.producerbench.guarantees.experiments;

import io.producerbench.results.Column;
import io.producerbench.results.RunIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The columns of {@code settings.csv}, in order. {@code results/README.md} explains each. */
public final class SettingsColumns {
    public static final List<Column<SettingsRow>> ALL = all();

    private SettingsColumns() {}

    private static List<Column<SettingsRow>> all() {
        List<Column<SettingsRow>> columns =
                new ArrayList<>(RunIdentity.leadingColumns(SettingsRow::run, SettingsRow::startedAt));
        columns.addAll(given());
        columns.addAll(List.of(
                answer("expected", answer -> outcome(answer.check().mustBeRefused())),
                answer("outcome", answer -> outcome(answer.refusal().isPresent())),
                answer("as_expected", SettingsAnswer::isAsExpected),
                answer("reason", answer -> answer.refusal().orElse("")),
                answer("effective_acks", answer -> answer.uses(SettingsCheck.ACKS)),
                answer("effective_enable_idempotence", answer -> answer.uses(SettingsCheck.IDEMPOTENCE)),
                answer("effective_retries", answer -> answer.uses(SettingsCheck.RETRIES)),
                answer("effective_max_in_flight", answer -> answer.uses(SettingsCheck.IN_FLIGHT))));
        return List.copyOf(columns);
    }

    private static List<Column<SettingsRow>> given() {
        return List.of(
                Column.text("acks", row -> row.given(SettingsCheck.ACKS)),
                Column.text("enable_idempotence", row -> row.given(SettingsCheck.IDEMPOTENCE)),
                Column.text(
                        "transactional",
                        row -> !row.given(SettingsCheck.TRANSACTIONAL_ID).isEmpty()),
                Column.text("retries", row -> row.given(SettingsCheck.RETRIES)),
                Column.text("max_in_flight", row -> row.given(SettingsCheck.IN_FLIGHT)),
                answer(
                        "min_insync_replicas",
                        answer -> answer.check().minInsyncReplicas().isPresent()
                                ? answer.check().minInsyncReplicas().getAsInt()
                                : ""));
    }

    private static Column<SettingsRow> answer(String name, Function<SettingsAnswer, Object> value) {
        return Column.text(name, row -> value.apply(row.answer()));
    }

    private static String outcome(boolean refused) {
        return refused ? "refused" : "accepted";
    }
}
