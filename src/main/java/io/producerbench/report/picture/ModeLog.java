package io.producerbench.report.picture;

import io.producerbench.report.log.HistogramFiles;
import io.producerbench.report.log.SampleLog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The latencies of one mode at a fixed rate.
 *
 * @param log of all blocks together
 */
record ModeLog(SweepCell cell, SampleLog log) {
    /** Reads each file once, and returns the modes by the size of their records. */
    static Map<Integer, List<ModeLog>> of(SweepCells sweep, HistogramFiles files) {
        Map<Integer, List<ModeLog>> logs = new LinkedHashMap<>();
        sweep.healthy(SweepCell.FIXED_RATE)
                .forEach((size, cells) -> logs.put(
                        size,
                        cells.oneOfEachMode().all().stream()
                                .map(cell -> of(cell, files))
                                .toList()));
        return logs;
    }

    private static ModeLog of(SweepCell cell, HistogramFiles files) {
        return new ModeLog(cell, cell.samples().stream().map(files::of).reduce(SampleLog.EMPTY, SampleLog::with));
    }
}
