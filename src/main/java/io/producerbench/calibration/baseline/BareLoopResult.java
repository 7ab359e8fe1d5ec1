package io.producerbench.calibration.baseline;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What a bare loop did in its window.
 *
 * @param records handed to {@code send()} in the window
 * @param cpuNanos CPU time of the sending and the network thread in the window
 * @param allocatedBytes heap allocated by the same threads
 * @param logEndRecords growth of the broker's log between two readings beside the window's edges
 * @param logEndNanos time between these readings
 * @param sent records handed to {@code send()} altogether
 * @param logEnd records in the log in the end
 * @param recordsPerRequest mean over what Kafka's own metric still remembers, the last minute
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

    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("records", Long.toString(records));
        properties.setProperty("cpu_ns", Long.toString(cpuNanos));
        properties.setProperty("allocated_bytes", Long.toString(allocatedBytes));
        properties.setProperty("log_end_records", Long.toString(logEndRecords));
        properties.setProperty("log_end_ns", Long.toString(logEndNanos));
        properties.setProperty("sent", Long.toString(sent));
        properties.setProperty("log_end", Long.toString(logEnd));
        properties.setProperty("records_per_request", Double.toString(recordsPerRequest));
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }

    static BareLoopResult read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new BareLoopResult(
                number(properties, "records"),
                number(properties, "cpu_ns"),
                number(properties, "allocated_bytes"),
                number(properties, "log_end_records"),
                number(properties, "log_end_ns"),
                number(properties, "sent"),
                number(properties, "log_end"),
                Double.parseDouble(properties.getProperty("records_per_request")));
    }

    private static long number(Properties properties, String name) {
        return Long.parseLong(properties.getProperty(name));
    }
}
