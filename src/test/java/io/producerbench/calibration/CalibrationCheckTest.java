package io.producerbench.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalibrationCheckTest {
    @Test
    void the_targets_are_these() {
        Map<String, String> targets = new LinkedHashMap<>();
        for (CalibrationCheck goal : CalibrationCheck.values()) {
            if (!goal.target().text().isEmpty()) {
                targets.put(goal.id() + " " + goal.measure(), goal.target().text());
            }
        }

        assertThat(targets)
                .isEqualTo(Map.ofEntries(
                        Map.entry("G1 rate ÷ perf-test", "≥ 1.00 (lower bound ≥ 0.98)"),
                        Map.entry("G1 rate ÷ bare loop", "≥ 0.97"),
                        Map.entry("G2 CPU sampled 1024 B", "≤ 1.05"),
                        Map.entry("G2 CPU sampled 100 B", "≤ 1.08"),
                        Map.entry("G2 CPU every record", "≤ 1.10"),
                        Map.entry("G3 allocation − bare loop", "≤ 1"),
                        Map.entry("G4 count − log end", "0 in every block"),
                        Map.entry("G4 rate off log end", "|x| ≤ 0.005"),
                        Map.entry("G5 latency error p50", "≤ 1"),
                        Map.entry("G5 latency error p99", "≤ 1"),
                        Map.entry("G5 latency error p99.9", "≤ 1"),
                        Map.entry("G6 rate off target", "|x| ≤ 0.001"),
                        Map.entry("G6 send lag p99", "≤ 200")));
    }

    @Test
    void a_goal_has_a_number_exactly_if_it_has_a_target() {
        assertThat(CalibrationCheck.values())
                .allSatisfy(goal ->
                        assertThat(goal.id()).matches(goal.target().text().isEmpty() ? "-" : "G[1-6]"));
    }

    @Test
    void no_two_goals_share_a_measure() {
        assertThat(CalibrationCheck.values())
                .extracting(CalibrationCheck::measure)
                .doesNotHaveDuplicates();
    }

    @Test
    void every_explanation_explains_something_in_one_or_two_sentences() {
        assertThat(Arrays.stream(CalibrationCheck.values()).map(CalibrationCheck::explanation))
                .contains(Explanation.values());
        assertThat(Explanation.values())
                .allSatisfy(explanation ->
                        assertThat(explanation.text().split("(?<=\\.) ")).hasSizeBetween(1, 2));
    }
}
