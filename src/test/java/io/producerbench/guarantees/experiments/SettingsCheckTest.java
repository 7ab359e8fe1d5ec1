package io.producerbench.guarantees.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.results.CsvTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsCheckTest {
    @ParameterizedTest
    @MethodSource("checks")
    void kafka_makes_of_settings_what_it_must(SettingsCheck check) {
        assertThat(SettingsAnswer.to(check))
                .as("%s", check)
                .extracting(SettingsAnswer::isAsExpected)
                .isEqualTo(true);
    }

    @Test
    void there_are_fifteen_settings_that_run_and_twenty_one_that_are_refused() {
        List<SettingsCheck> combinations =
                checks().filter(check -> check.minInsyncReplicas().isPresent()).toList();

        assertThat(combinations).filteredOn(check -> !check.mustBeRefused()).hasSize(15);
        assertThat(combinations).filteredOn(SettingsCheck::mustBeRefused).hasSize(21);
    }

    @Test
    void a_refusal_that_was_expected_and_did_not_come_is_seen() {
        SettingsCheck wrong = SettingsCheck.refused(Map.of("retries", "5"));

        assertThat(SettingsAnswer.to(wrong).isAsExpected()).isFalse();
    }

    @Test
    void a_default_that_is_turned_off_in_silence_is_seen() {
        SettingsCheck wrong = SettingsCheck.accepted(Map.of("acks", "1"), Map.of("enable.idempotence", "true"));

        SettingsAnswer answer = SettingsAnswer.to(wrong);

        assertThat(answer.refusal()).isEqualTo(Optional.empty());
        assertThat(answer.isAsExpected()).isFalse();
    }

    @Test
    void every_column_has_a_name_of_its_own() {
        assertThat(new CsvTable<>(SettingsColumns.ALL).header().strip().split(","))
                .doesNotHaveDuplicates();
    }

    static Stream<SettingsCheck> checks() {
        return SettingsCheck.all().stream();
    }
}
