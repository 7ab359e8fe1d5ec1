package io.producerbench.plan;

/**
 * How many bytes a record takes on the wire and in the log, by Kafka's message format 2 (Kafka
 * documentation, Implementation, Message format). For records without a key and without headers,
 * not compressed.
 */
final class RecordFormat {
    /** The bytes of a batch before its first record. */
    static final int BATCH_HEADER = 61;

    /** Attributes, time, offset, no key, no headers: one byte each, but the offset at most two. */
    private static final int FIELDS = 6;

    private static final int BITS_IN_A_BYTE = 7;

    private RecordFormat() {}

    /**
     * Returns the bytes of one record in a batch, at most two bytes too many.
     *
     * @param value length of its value in bytes, at least 1
     */
    static int recordBytes(int value) {
        int body = FIELDS + lengthOf(value) + value;
        return lengthOf(body) + body;
    }

    /**
     * Returns the records in a batch: (batch − 61) / bytes of a record.
     *
     * @param batchBytes the average size of a batch, above 61
     */
    static double recordsPerBatch(double batchBytes, int value) {
        return (batchBytes - BATCH_HEADER) / recordBytes(value);
    }

    /**
     * Returns b, the bytes per record with its share of the batch's header: bytes of a record +
     * 61 / n.
     *
     * @param recordsPerBatch n, above 0
     */
    static double bytesPerRecord(int value, double recordsPerBatch) {
        return recordBytes(value) + BATCH_HEADER / recordsPerBatch;
    }

    /** Returns the bytes of a variable-length integer, which is stored as its double. */
    private static int lengthOf(int number) {
        int bytes = 1;
        for (long rest = 2L * number; rest >= 1 << BITS_IN_A_BYTE; rest >>= BITS_IN_A_BYTE) {
            bytes++;
        }
        return bytes;
    }
}
