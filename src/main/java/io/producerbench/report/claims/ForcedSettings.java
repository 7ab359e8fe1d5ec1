package io.producerbench.report.claims;

import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.TrialKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Judges the claim that idempotence forces settings, by the answers of Kafka's own
 * {@code ProducerConfig}.
 */
final class ForcedSettings {
    private static final String REFUSED = "refused";

    private ForcedSettings() {}

    /**
     * Returns the finding about the claim.
     *
     * @param settings the rows of {@code settings.csv}
     */
    static ClaimFinding finding(List<ResultRow> settings) {
        List<String> sentences = new ArrayList<>();
        List<ResultRow> combinations = settings.stream()
                .filter(row -> !row.text(TrialKeys.MIN_INSYNC_REPLICAS).isEmpty())
                .toList();
        if (!combinations.isEmpty()) {
            sentences.add(combinations(combinations));
        }
        settings.stream()
                .filter(row -> row.text(TrialKeys.MIN_INSYNC_REPLICAS).isEmpty())
                .map(row -> given(row) + ": " + answer(row))
                .forEach(sentences::add);
        settings.stream()
                .filter(row -> !isAsExpected(row))
                .map(row -> "NOT AS EXPECTED: " + given(row) + " was to be " + row.text(TrialKeys.EXPECTED) + ".")
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
        return Boolean.parseBoolean(row.text(TrialKeys.AS_EXPECTED));
    }

    private static String combinations(List<ResultRow> combinations) {
        Map<String, Long> reasons = combinations.stream()
                .filter(row -> row.text(TrialKeys.OUTCOME).equals(REFUSED))
                .collect(Collectors.groupingBy(
                        row -> row.text(TrialKeys.REASON), LinkedHashMap::new, Collectors.counting()));
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
        settings.put("acks", row.text(ScenarioKeys.ACKS));
        settings.put("enable.idempotence", row.text(TrialKeys.ENABLE_IDEMPOTENCE));
        settings.put("retries", row.text(SampleKeys.RETRIES));
        settings.put("max.in.flight.requests.per.connection", row.text(TrialKeys.MAX_IN_FLIGHT));
        String given = settings.entrySet().stream()
                .filter(setting -> !setting.getValue().isEmpty())
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(", "));
        return given.isEmpty() ? "nothing set" : given + " and nothing else set";
    }

    private static String answer(ResultRow row) {
        if (row.text(TrialKeys.OUTCOME).equals(REFUSED)) {
            return "refused with \"" + row.text(TrialKeys.REASON) + "\".";
        }
        return "taken, with acks=" + row.text(TrialKeys.effective(ScenarioKeys.ACKS)) + ", enable.idempotence="
                + row.text(TrialKeys.effective(TrialKeys.ENABLE_IDEMPOTENCE)) + ", retries="
                + row.text(TrialKeys.effective(SampleKeys.RETRIES))
                + ", max.in.flight.requests.per.connection=" + row.text(TrialKeys.effective(TrialKeys.MAX_IN_FLIGHT))
                + ".";
    }
}
