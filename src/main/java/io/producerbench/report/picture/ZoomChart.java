package io.producerbench.report.picture;

import java.util.List;

/**
 * The numbers of a chart of lines, for a script that lets a reader zoom.
 *
 * @param xLabel what the first axis shows, with its unit
 * @param yLabel the same of the second axis, which has equal factors as equal steps
 * @param percentiles true if x is log10 1/(1−p), so that the script writes percentiles
 */
public record ZoomChart(String xLabel, String yLabel, boolean percentiles, List<ChartLine> lines) {
    public ZoomChart {
        lines = List.copyOf(lines);
    }
}
