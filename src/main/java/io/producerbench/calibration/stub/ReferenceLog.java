package io.producerbench.calibration.stub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.IsolationLevel;

/**
 * What a stub broker did, recorded by itself in the order of arrival. All times are
 * {@link System#nanoTime}. On one Linux host this is the clock of the measured program too.
 * {@link #NEVER} stands for a reply that has not been sent.
 */
public record ReferenceLog(
        List<Batch> batches, List<EndTxn> endTxns, List<Withholding> withholdings, List<Shown> shown) {

    /** The time of a reply that has not been sent. */
    public static final long NEVER = -1;

    static final String HEADER = "row,topic,partition,base_offset,records,appended,error,arrival_ns,replied_ns";

    /**
     * One batch of a produce request. It arrived when the last byte of its request had been read.
     * It was answered when the last byte of the reply was handed to the socket.
     *
     * @param baseOffset of its first record, even if it was appended before; -1 if it was never
     *     appended
     * @param appended false if it was refused, or if an idempotent producer had sent it before
     */
    public record Batch(
            String topic,
            int partition,
            long baseOffset,
            int records,
            boolean appended,
            ScriptedError error,
            long arrivalNanos,
            long repliedNanos) {}

    /**
     * The end of one transaction, by a request or because its producer started again with the
     * transaction open.
     *
     * @param controlRecords one for each partition that the transaction wrote to
     */
    public record EndTxn(boolean committed, int controlRecords, long arrivalNanos, long repliedNanos) {}

    /** A period in which no reply of this kind was sent. */
    public record Withholding(ReplyKind kind, long fromNanos, long toNanos) {}

    /**
     * From {@code nanos} on, consumers with this isolation level could read what lies in this part of
     * a log. For {@code read_uncommitted} the high watermark moved then, for {@code read_committed}
     * the last stable offset.
     *
     * @param fromOffset of the first record
     * @param toOffset behind the last record; control records and aborted ones have offsets too
     */
    public record Shown(
            String topic, int partition, IsolationLevel isolation, long fromOffset, long toOffset, long nanos) {}

    public ReferenceLog {
        batches = List.copyOf(batches);
        endTxns = List.copyOf(endTxns);
        withholdings = List.copyOf(withholdings);
        shown = List.copyOf(shown);
    }

    /** Returns the records appended to all partitions, without control records. */
    public long appendedRecords() {
        return batches.stream()
                .filter(Batch::appended)
                .mapToLong(Batch::records)
                .sum();
    }

    /** Returns the control records appended to all partitions. */
    public long controlRecords() {
        return endTxns.stream().mapToLong(EndTxn::controlRecords).sum();
    }

    /** Reads the log that a stub broker wrote to this file. */
    public static ReferenceLog read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the reference log " + file, e);
        }
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IllegalArgumentException(
                    "expected a reference log, which begins with " + HEADER + ", got " + file);
        }
        ReferenceLog.Rows rows = new Rows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        lines.subList(1, lines.size()).forEach(rows::add);
        return new ReferenceLog(rows.batches, rows.endTxns, rows.withholdings, rows.shown);
    }

    /** The rows read so far. */
    private record Rows(List<Batch> batches, List<EndTxn> endTxns, List<Withholding> withholdings, List<Shown> shown) {

        void add(String line) {
            String[] cells = line.split(",", -1);
            try {
                switch (cells[0] + "/" + cells.length) {
                    case "produce/9" -> batches.add(batch(cells));
                    case "end-txn/9" ->
                        endTxns.add(
                                new EndTxn(integer(cells[5]) == 1, integer(cells[4]), time(cells[7]), time(cells[8])));
                    case "withheld-produce/9", "withheld-end-txn/9" ->
                        withholdings.add(new Withholding(
                                ReplyKind.of(cells[0].substring("withheld-".length())),
                                time(cells[7]),
                                time(cells[8])));
                    case "read_uncommitted/9", "read_committed/9" -> shown.add(moment(cells));
                    default -> throw new IllegalArgumentException("no such row");
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("expected a row of a reference log, got " + line, e);
            }
        }

        private static Batch batch(String[] cells) {
            return new Batch(
                    cells[1],
                    integer(cells[2]),
                    Long.parseLong(cells[3]),
                    integer(cells[4]),
                    integer(cells[5]) == 1,
                    ScriptedError.valueOf(cells[6]),
                    time(cells[7]),
                    time(cells[8]));
        }

        private static Shown moment(String[] cells) {
            long fromOffset = Long.parseLong(cells[3]);
            return new Shown(
                    cells[1],
                    integer(cells[2]),
                    IsolationLevel.valueOf(cells[0].toUpperCase(Locale.ROOT)),
                    fromOffset,
                    fromOffset + integer(cells[4]),
                    time(cells[7]));
        }

        private static int integer(String cell) {
            return Integer.parseInt(cell);
        }

        private static long time(String cell) {
            return cell.isEmpty() ? NEVER : Long.parseLong(cell);
        }
    }
}
