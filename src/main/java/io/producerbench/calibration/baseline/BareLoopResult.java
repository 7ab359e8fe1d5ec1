package io.producerbench.calibration.baseline;

import io.producerbench.process.SettingsFile;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a bare loop did in its measured window.
 *
 * @param records handed to {@code send()} in the window
 * @param cpuNanos CPU time of the sending and the network thread in the window
 * @param allocatedBytes heap allocated by the same threads
 * @param logEndRecords growth of the broker's log between two readings beside the window's edges
 * @param logEndNanos time between these readings
 * @param sent records handed to {@code send()} from its start to its end
 * @param logEnd records in the log at the end
 * @param recordsPerRequest mean in the window, over all requests
 */
public record BareLoopResult(
        long records,
        long cpuNanos,
        long allocatedBytes,
        long logEndRecords,
        long logEndNanos,
        long sent,
        long logEnd,
        double recordsPerRequest) {

    public double cpuNanosPerRecord() {
        return (double) cpuNanos / records;
    }

    public double allocatedBytesPerRecord() {
        return (double) allocatedBytes / records;
    }

    public double logEndRecordsPerSecond() {
        return logEndRecords * 1e9 / logEndNanos;
    }

    void write(Path file) {
        SettingsFile.write(
                file,
                Map.of(
                        "records", Long.toString(records),
                        "cpu_ns", Long.toString(cpuNanos),
                        "allocated_bytes", Long.toString(allocatedBytes),
                        "log_end_records", Long.toString(logEndRecords),
                        "log_end_ns", Long.toString(logEndNanos),
                        "sent", Long.toString(sent),
                        "log_end", Long.toString(logEnd),
                        "records_per_request", Double.toString(recordsPerRequest)));
    }

    static BareLoopResult read(Path file) {
        SettingsFile result = SettingsFile.read(file);
        return new BareLoopResult(
                result.number("records"),
                result.number("cpu_ns"),
                result.number("allocated_bytes"),
                result.number("log_end_records"),
                result.number("log_end_ns"),
                result.number("sent"),
                result.number("log_end"),
                result.decimal("records_per_request"));
    }
}
