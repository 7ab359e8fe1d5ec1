package io.producerbench.guarantees.experiments;

import io.producerbench.Golden;
import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Mode;
import io.producerbench.guarantee.Verdict;
import io.producerbench.guarantees.verification.RecordCounts;
import io.producerbench.results.CsvTable;
import io.producerbench.results.RunIdentity;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TrialColumnsTest {
    private static final RunIdentity RUN = new RunIdentity(
            "20260102T030405Z-0123456",
            "0123456789",
            false,
            "processes",
            "4.3.1",
            "4.3.1",
            "17.0.1",
            "A CPU",
            2,
            false,
            7);
    private static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");

    @Test
    void a_row_is_this() throws IOException {
        Golden.assertSame(
                "guarantees/experiments/golden/guarantees.csv",
                new CsvTable<>(TrialColumns.ALL).text(List.of(row(lost()), row(held()), row(invalid()))));
    }

    @Test
    void what_the_client_made_of_all_settings_is_this() throws IOException {
        Golden.assertSame(
                "guarantees/experiments/golden/settings.csv",
                new CsvTable<>(SettingsColumns.ALL)
                        .text(SettingsCheck.all().stream()
                                .map(check -> new SettingsRow(RUN, START, SettingsAnswer.to(check)))
                                .toList()));
    }

    private static TrialRow row(TrialResult result) {
        return new TrialRow(RUN, result);
    }

    private static TrialResult lost() {
        TrialCell cell = new TrialCell(Experiment.C5, Mode.ACKS_1.with(2), "", Expectation.exactly(200, Anomaly.LOST));
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("acknowledged before the kill", "200");
        facts.put("leader", "2, elected");
        return new TrialResult(
                cell,
                3,
                START,
                Duration.ofMillis(8123),
                Verdict.BROKEN,
                "",
                Optional.of(new RecordCounts(251, 251, 0, 0, 0, 0, 200, 199, 1, 2, 3, 4, 5, 6, 7, 8)),
                OptionalLong.of(3417),
                9,
                2,
                facts);
    }

    private static TrialResult held() {
        TrialCell cell =
                new TrialCell(Experiment.C5d, Mode.ACKS_1.with(2), "0 ms late", Expectation.counted(Anomaly.LOST));
        return new TrialResult(
                cell,
                1,
                START,
                Duration.ofMillis(1),
                Verdict.HELD,
                "expected nothing but [], got [PHANTOM]",
                Optional.of(new RecordCounts(1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
                OptionalLong.empty(),
                0,
                1,
                Map.of());
    }

    private static TrialResult invalid() {
        TrialCell cell = new TrialCell(
                Experiment.C10, Mode.TRANSACTIONAL.with(1), "", Expectation.never(Anomaly.DUPLICATED, Anomaly.LOST));
        return new TrialResult(
                cell,
                1,
                START,
                Duration.ofMillis(1),
                Verdict.INVALID,
                "waited 30 s in vain for: something",
                Optional.empty(),
                OptionalLong.empty(),
                0,
                0,
                Map.of());
    }
}
