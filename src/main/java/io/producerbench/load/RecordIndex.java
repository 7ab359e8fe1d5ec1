package io.producerbench.load;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The first eight bytes of a record that consumers read: the number of its producer in the upper two
 * bytes, and its sequence number among the records of that producer in the lower six. A consumer
 * knows by it which record it sees, without an object for each record.
 */
public final class RecordIndex {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int SEQUENCE_BITS = 48;
    private static final long SEQUENCE_MASK = (1L << SEQUENCE_BITS) - 1;

    private RecordIndex() {}

    /** Returns a value that is nothing but the index. */
    public static byte[] of(int producer, long sequence) {
        byte[] value = new byte[Long.BYTES];
        write(value, producer, sequence);
        return value;
    }

    /** Writes the index into a value of at least eight bytes. */
    static void write(byte[] value, int producer, long sequence) {
        LONG.set(value, 0, (long) producer << SEQUENCE_BITS | sequence & SEQUENCE_MASK);
    }

    /** Returns the number of the producer that sent a record with this value. */
    public static int producer(byte[] value) {
        return (int) ((long) LONG.get(value, 0) >>> SEQUENCE_BITS);
    }

    /** Returns the record's sequence number among those of its producer, from 0. */
    public static long sequence(byte[] value) {
        return (long) LONG.get(value, 0) & SEQUENCE_MASK;
    }
}
