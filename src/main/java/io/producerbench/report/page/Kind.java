package io.producerbench.report.page;

import java.util.Arrays;

/** What a run measured, by the file that only such a run has. */
enum Kind {
    SWEEP("summary.csv", "What each delivery guarantee costs"),
    GUARANTEES("guarantees-summary.csv", "What each delivery guarantee keeps"),
    DUET("duet-summary.csv", "What the change did"),
    CURVE("curve-summary.csv", "How much load within which latency"),
    CALIBRATION("calibration.csv", "Whether the numbers of this machine are true"),
    DISCRIMINATION("discrimination.csv", "Which differences this machine finds"),
    OTHER("", "What was measured");

    private final String file;
    private final String title;

    Kind(String file, String title) {
        this.file = file;
        this.title = title;
    }

    static Kind of(ReportedRun run) {
        return Arrays.stream(values())
                .filter(kind ->
                        run.tables().stream().anyMatch(table -> table.name().equals(kind.file)))
                .findFirst()
                .orElse(OTHER);
    }

    String title() {
        return title;
    }
}
