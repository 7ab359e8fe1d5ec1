package io.producerbench.guarantees.experiments;

import io.producerbench.Golden;
import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Mode;
import io.producerbench.guarantee.Verdict;
import io.producerbench.guarantees.experiments.TrialResult.Observed;
import io.producerbench.guarantees.verification.RecordCount;
import io.producerbench.guarantees.verification.RecordCounts;
import io.producerbench.results.CsvTable;
import io.producerbench.results.RunIdentity;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
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
                new TrialVerdict(Verdict.BROKEN, "", Optional.of(counts())),
                new Observed(OptionalLong.of(3417), 9, 2, facts));
    }

    /** A different number in each column that is not 0. */
    private static RecordCounts counts() {
        Map<RecordCount, Long> counts = new EnumMap<>(RecordCount.class);
        counts.put(RecordCount.ATTEMPTED, 251L);
        counts.put(RecordCount.ACKNOWLEDGED, 251L);
        counts.put(RecordCount.LOST, 200L);
        counts.put(RecordCount.LOST_ON_DISK, 199L);
        counts.put(RecordCount.DUPLICATE_IDS, 1L);
        counts.put(RecordCount.EXTRA_COPIES, 2L);
        counts.put(RecordCount.INVERSIONS, 3L);
        counts.put(RecordCount.REGRESSIONS, 4L);
        counts.put(RecordCount.INVISIBLE_UNTIL_HEAL, 5L);
        counts.put(RecordCount.UNCOMMITTED_VISIBLE, 6L);
        counts.put(RecordCount.DIRTY_VISIBLE, 7L);
        counts.put(RecordCount.TORN, 8L);
        return new RecordCounts(counts);
    }

    private static TrialResult held() {
        TrialCell cell =
                new TrialCell(Experiment.C5d, Mode.ACKS_1.with(2), "0 ms late", Expectation.counted(Anomaly.LOST));
        return new TrialResult(
                cell,
                1,
                START,
                Duration.ofMillis(1),
                new TrialVerdict(
                        Verdict.HELD,
                        "expected nothing but [], got [PHANTOM]",
                        Optional.of(new RecordCounts(Map.of(RecordCount.ATTEMPTED, 1L, RecordCount.ACKNOWLEDGED, 1L)))),
                new Observed(OptionalLong.empty(), 0, 1, Map.of()));
    }

    private static TrialResult invalid() {
        TrialCell cell = new TrialCell(
                Experiment.C10, Mode.TRANSACTIONAL.with(1), "", Expectation.never(Anomaly.DUPLICATED, Anomaly.LOST));
        return new TrialResult(
                cell,
                1,
                START,
                Duration.ofMillis(1),
                TrialVerdict.unchecked(Verdict.INVALID, "waited 30 s in vain for: something"),
                new Observed(OptionalLong.empty(), 0, 0, Map.of()));
    }
}
