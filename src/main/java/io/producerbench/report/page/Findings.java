package io.producerbench.report.page;

import io.producerbench.results.ResultRow;
import java.util.List;

/** What a duet, a calibration or a proof of discrimination found, a line each. */
final class Findings {
    private Findings() {}

    static List<String> of(ReportedRun run) {
        return run.tables().get(0).rows().stream()
                .map(ResultRow::toString)
                .limit(1)
                .toList();
    }
}
