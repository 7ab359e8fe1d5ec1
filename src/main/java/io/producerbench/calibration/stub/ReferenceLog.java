package io.producerbench.calibration.stub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a stub broker did, as it saw it itself, in the order of arrival. All times are {@link System#nanoTime} and so, on one
 * Linux host, on the same clock as those of the program measured. {@link #NEVER} stands for a reply that did not leave (yet).
 */
public record ReferenceLog(List<Batch> batches, List<EndTxn> endTxns, List<Withholding> withholdings) {

    /** In place of the moment of a reply that did not leave. */
    public static final long NEVER = -1;

    static final String HEADER = "row,topic,partition,base_offset,records,appended,error,arrival_ns,replied_ns";

    /**
     * One batch of a produce request, which arrived when the last byte of its request had been read, and was replied when
     * the last byte of the reply was handed to the socket.
     *
     * @param baseOffset of its first record, also if it had been appended before; -1 if the batch was not appended
     * @param appended whether it was appended now: not if it was refused, or if an idempotent producer had sent it before
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
     * The end of one transaction, by the producer's request or because it started anew with its transaction left open.
     *
     * @param controlRecords one for each partition that the transaction wrote to
     */
    public record EndTxn(boolean committed, int controlRecords, long arrivalNanos, long repliedNanos) {}

    /** A time during which no reply of this kind left. */
    public record Withholding(ReplyKind kind, long fromNanos, long toNanos) {}

    public ReferenceLog {
        batches = List.copyOf(batches);
        endTxns = List.copyOf(endTxns);
        withholdings = List.copyOf(withholdings);
    }

    /** How many records the log of all partitions got, without control records. */
    public long appendedRecords() {
        return batches.stream()
                .filter(Batch::appended)
                .mapToLong(Batch::records)
                .sum();
    }

    /** How many control records it got. */
    public long controlRecords() {
        return endTxns.stream().mapToLong(EndTxn::controlRecords).sum();
    }

    /** The log that a stub broker wrote to this file. */
    public static ReferenceLog read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the truth log " + file, e);
        }
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IllegalArgumentException("expected a truth log, which begins with " + HEADER + ", got " + file);
        }
        ReferenceLog.Rows rows = new Rows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        lines.subList(1, lines.size()).forEach(rows::add);
        return new ReferenceLog(rows.batches, rows.endTxns, rows.withholdings);
    }

    /** What has been read so far. */
    private record Rows(List<Batch> batches, List<EndTxn> endTxns, List<Withholding> withholdings) {

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
                    default -> throw new IllegalArgumentException("no such row");
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("expected a row of a truth log, got " + line, e);
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

        private static int integer(String cell) {
            return Integer.parseInt(cell);
        }

        private static long time(String cell) {
            return cell.isEmpty() ? NEVER : Long.parseLong(cell);
        }
    }
}
