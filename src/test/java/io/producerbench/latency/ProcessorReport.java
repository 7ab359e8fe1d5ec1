package io.producerbench.latency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.HistogramLogProcessor;

/** What HdrHistogram's own tool says of an interval log. */
public final class ProcessorReport {
    private ProcessorReport() {}

    /**
     * The last row of what {@code HistogramLogProcessor -csv} reports, by column; latencies in
     * milliseconds.
     *
     * @param directory where the report may be written
     */
    public static Map<String, Double> of(Path directory, Path log, String tag) throws IOException {
        Path report = directory.resolve("report");
        new HistogramLogProcessor(new String[] {"-i", log.toString(), "-tag", tag, "-csv", "-o", report.toString()})
                .run();
        List<String[]> rows = Files.readAllLines(report).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replace("\"", "").split(","))
                .toList();
        Map<String, Double> columns = new HashMap<>();
        String[] last = rows.get(rows.size() - 1);
        for (int i = 0; i < last.length; i++) {
            columns.put(rows.get(0)[i], Double.valueOf(last[i]));
        }
        return columns;
    }
}
