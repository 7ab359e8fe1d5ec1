package io.producerbench.results;

import java.util.LinkedHashMap;
import java.util.Map;

/** Makes rows of a {@code summary.csv} whose records were read. */
public final class SeenRow {
    private SeenRow() {}

    /** Returns the row of another benchmark as one of {@code Visible}, at the same setting. */
    public static Map<String, String> of(Map<String, String> row) {
        Map<String, String> seen = new LinkedHashMap<>(row);
        seen.put("benchmark", "Visible");
        seen.put("visible_uncommitted_p50_us_median", "5100.0");
        seen.put("visible_uncommitted_p99_us_median", "9200.0");
        seen.put("visible_committed_p50_us_median", "5300.0");
        seen.put("visible_committed_p99_us_median", "10100.0");
        seen.put("exposure_p50_us_median", "1200.0");
        seen.put("exposure_p99_us_median", "4000.0");
        seen.put("at_risk_records_median", "2.40");
        return seen;
    }
}
