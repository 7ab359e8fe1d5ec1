package io.producerbench.report.claims;

import io.producerbench.results.ResultRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What Kafka's own {@code ProducerConfig} made of settings, as the claim about idempotence needs it. */
final class ForcedSettings {
    private static final String REFUSED = "refused";

    private ForcedSettings() {}

    /** @param settings the rows of {@code settings.csv} */
    static ClaimFinding finding(List<ResultRow> settings) {
        List<String> sentences = new ArrayList<>();
        List<ResultRow> combinations = settings.stream()
                .filter(row -> !row.text("min_insync_replicas").isEmpty())
                .toList();
        if (!combinations.isEmpty()) {
            sentences.add(combinations(combinations));
        }
        settings.stream()
                .filter(row -> row.text("min_insync_replicas").isEmpty())
                .map(row -> given(row) + ": " + answer(row))
                .forEach(sentences::add);
        settings.stream()
                .filter(row -> !isAsExpected(row))
                .map(row -> "NOT AS EXPECTED: " + given(row) + " was to be " + row.text("expected") + ".")
                .forEach(sentences::add);
        return new ClaimFinding(
                Claim.FORCED_SETTINGS.number(), Claim.FORCED_SETTINGS.sentence(), standing(settings), sentences);
    }

    private static ClaimStatus standing(List<ResultRow> settings) {
        if (settings.isEmpty()) {
            return ClaimStatus.NOT_MEASURED;
        }
        return settings.stream().allMatch(ForcedSettings::isAsExpected) ? ClaimStatus.SHOWN : ClaimStatus.NOT_SHOWN;
    }

    private static boolean isAsExpected(ResultRow row) {
        return Boolean.parseBoolean(row.text("as_expected"));
    }

    private static String combinations(List<ResultRow> combinations) {
        Map<String, Long> reasons = combinations.stream()
                .filter(row -> row.text("outcome").equals(REFUSED))
                .collect(Collectors.groupingBy(row -> row.text("reason"), LinkedHashMap::new, Collectors.counting()));
        long refused = reasons.values().stream().mapToLong(Long::longValue).sum();
        return refused + " of " + combinations.size()
                + " combinations of acks, enable.idempotence, transactional.id and min.insync.replicas are refused"
                + reasons.entrySet().stream()
                        .map(reason -> ", " + reason.getValue() + " with \"" + reason.getKey() + "\"")
                        .collect(Collectors.joining())
                + ".";
    }

    private static String given(ResultRow row) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("acks", row.text("acks"));
        settings.put("enable.idempotence", row.text("enable_idempotence"));
        settings.put("retries", row.text("retries"));
        settings.put("max.in.flight.requests.per.connection", row.text("max_in_flight"));
        String given = settings.entrySet().stream()
                .filter(setting -> !setting.getValue().isEmpty())
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(", "));
        return given.isEmpty() ? "nothing set" : given + " and nothing else set";
    }

    private static String answer(ResultRow row) {
        if (row.text("outcome").equals(REFUSED)) {
            return "refused with \"" + row.text("reason") + "\".";
        }
        return "taken, with acks=" + row.text("effective_acks") + ", enable.idempotence="
                + row.text("effective_enable_idempotence") + ", retries=" + row.text("effective_retries")
                + ", max.in.flight.requests.per.connection=" + row.text("effective_max_in_flight") + ".";
    }
}
