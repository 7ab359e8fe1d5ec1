package io.producerbench.calibration.stub;

import io.producerbench.calibration.stub.ReferenceLog.Batch;
import io.producerbench.calibration.stub.ReferenceLog.EndTxn;
import io.producerbench.calibration.stub.ReferenceLog.Shown;
import io.producerbench.calibration.stub.ReferenceLog.Withholding;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Records what the stub broker does. It keeps columns of primitives, so that a row creates no
 * garbage.
 */
final class ReferenceRecorder {
    private static final int FIRST_CAPACITY = 1 << 14;
    private static final ScriptedError[] ERRORS = ScriptedError.values();
    /** Stands in the column of the error. */
    private static final byte END_TXN = -1;

    private final boolean keeping;
    private final List<Withholding> withholdings = new ArrayList<>();
    private final List<Shown> shown = new ArrayList<>();
    private int rows;
    private String[] topics = new String[FIRST_CAPACITY];
    private int[] partitions = new int[FIRST_CAPACITY];
    private long[] baseOffsets = new long[FIRST_CAPACITY];
    private int[] records = new int[FIRST_CAPACITY];
    private boolean[] appended = new boolean[FIRST_CAPACITY];
    private byte[] errors = new byte[FIRST_CAPACITY];
    private long[] arrivals = new long[FIRST_CAPACITY];
    private long[] replies = new long[FIRST_CAPACITY];

    ReferenceRecorder(boolean keeping) {
        this.keeping = keeping;
    }

    /** Returns the index of the next row. */
    int rows() {
        return rows;
    }

    void batch(Batch batch) {
        if (!keeping) {
            return;
        }
        grow();
        topics[rows] = batch.topic();
        partitions[rows] = batch.partition();
        baseOffsets[rows] = batch.baseOffset();
        records[rows] = batch.records();
        appended[rows] = batch.appended();
        errors[rows] = (byte) batch.error().ordinal();
        arrivals[rows] = batch.arrivalNanos();
        replies[rows++] = batch.repliedNanos();
    }

    void endTxn(EndTxn end) {
        if (!keeping) {
            return;
        }
        grow();
        errors[rows] = END_TXN;
        appended[rows] = end.committed();
        records[rows] = end.controlRecords();
        arrivals[rows] = end.arrivalNanos();
        replies[rows++] = end.repliedNanos();
    }

    void withheld(Withholding withholding) {
        withholdings.add(withholding);
    }

    void shown(Shown moment) {
        if (keeping) {
            shown.add(moment);
        }
    }

    /** Sets the time at which the reply to the request of these rows was sent. */
    void replied(int fromRow, int toRow, long nanos) {
        Arrays.fill(replies, fromRow, toRow, nanos);
    }

    private void grow() {
        if (rows < arrivals.length) {
            return;
        }
        int capacity = 2 * rows;
        topics = Arrays.copyOf(topics, capacity);
        partitions = Arrays.copyOf(partitions, capacity);
        baseOffsets = Arrays.copyOf(baseOffsets, capacity);
        records = Arrays.copyOf(records, capacity);
        appended = Arrays.copyOf(appended, capacity);
        errors = Arrays.copyOf(errors, capacity);
        arrivals = Arrays.copyOf(arrivals, capacity);
        replies = Arrays.copyOf(replies, capacity);
    }

    /**
     * Writes the file that {@link ReferenceLog#read} reads. It appears completely or not at all.
     */
    void write(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        try (Writer out = Files.newBufferedWriter(unfinished)) {
            out.append(ReferenceLog.HEADER).append('\n');
            StringBuilder line = new StringBuilder();
            for (int row = 0; row < rows; row++) {
                line.setLength(0);
                out.append(errors[row] == END_TXN ? endTxn(line, row) : produce(line, row));
            }
            for (Withholding withholding : withholdings) {
                out.append("withheld-" + withholding.kind().label() + ",,,,,,," + withholding.fromNanos() + ","
                        + withholding.toNanos() + "\n");
            }
            for (Shown moment : shown) {
                out.append(moment.isolation() + "," + moment.topic() + "," + moment.partition() + ","
                        + moment.fromOffset() + "," + (moment.toOffset() - moment.fromOffset()) + ",,,"
                        + moment.nanos() + ",\n");
            }
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private StringBuilder produce(StringBuilder line, int row) {
        line.append("produce,")
                .append(topics[row])
                .append(',')
                .append(partitions[row])
                .append(',');
        line.append(baseOffsets[row]).append(',').append(records[row]).append(',');
        line.append(appended[row] ? 1 : 0).append(',').append(ERRORS[errors[row]].name());
        return times(line, row);
    }

    private StringBuilder endTxn(StringBuilder line, int row) {
        line.append("end-txn,,,,")
                .append(records[row])
                .append(',')
                .append(appended[row] ? 1 : 0)
                .append(',');
        return times(line, row);
    }

    private StringBuilder times(StringBuilder line, int row) {
        line.append(',').append(arrivals[row]).append(',');
        if (replies[row] != ReferenceLog.NEVER) {
            line.append(replies[row]);
        }
        return line.append('\n');
    }
}
