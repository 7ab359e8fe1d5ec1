package io.producerbench.load;

import io.producerbench.scenario.Workload;
import java.util.SplittableRandom;

/**
 * Record values and keys, made before the first send and used in turn, so that the sending thread
 * draws no random numbers.
 *
 * <p>Each byte of a value is one of 16 symbols drawn uniformly, so the entropy is 4.0 bits a byte
 * and no compressor achieves more than 2:1. The same seed gives the same bytes on every JVM
 * ({@link SplittableRandom} is a specified algorithm).
 *
 * <p>Records that consumers read begin with their {@link RecordIndex} instead of eight symbols. It is
 * written into the value when it is asked for, because {@code send()} copies the value into a batch
 * before it returns.
 */
public final class Payloads {
    public static final double ENTROPY_BITS_PER_BYTE = 4.0;

    /**
     * Large compared with a batch, so that a compressor finds no repeats in one; small compared
     * with a heap.
     */
    private static final int POOL_BYTES = 4 * 1024 * 1024;

    private static final int MOST_VALUES = 32_768;
    private static final int LEAST_VALUES = 16;
    private static final int KEYS = 16_384;
    private static final int KEY_BYTES = 16;
    private static final byte FIRST_SYMBOL = 'a';
    private static final int SYMBOLS = 16;
    private static final int NO_INDEX = -1;

    private final byte[][] values;
    private final byte[][] keys;
    private final int producer;

    private Payloads(byte[][] values, byte[][] keys, int producer) {
        this.values = values;
        this.keys = keys;
        this.producer = producer;
    }

    /**
     * Returns these payloads with each record's index in its value. To be used by one producer, and
     * one value at a time.
     *
     * @param number of the producer
     */
    public Payloads indexed(int number) {
        return new Payloads(values, keys, number);
    }

    /** Returns the payloads of a workload, with keys if its records carry them. */
    public static Payloads of(Workload workload, long seed) {
        return workload.keyed() ? keyed(seed, workload.recordSize()) : seeded(seed, workload.recordSize());
    }

    /** Returns payloads without keys. */
    public static Payloads seeded(long seed, int recordSize) {
        return new Payloads(values(new SplittableRandom(seed), recordSize), new byte[1][], NO_INDEX);
    }

    /** Returns payloads with 16-byte keys, drawn uniformly from 16,384 of them. */
    static Payloads keyed(long seed, int recordSize) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[][] values = values(random, recordSize);
        byte[][] keys = new byte[KEYS][];
        for (int i = 0; i < KEYS; i++) {
            keys[i] = symbols(random, KEY_BYTES);
        }
        return new Payloads(values, keys, NO_INDEX);
    }

    private static byte[][] values(SplittableRandom random, int recordSize) {
        int count = Integer.highestOneBit(Math.max(LEAST_VALUES, Math.min(MOST_VALUES, POOL_BYTES / recordSize)));
        byte[][] values = new byte[count][];
        for (int i = 0; i < count; i++) {
            values[i] = symbols(random, recordSize);
        }
        return values;
    }

    /** Returns the value of the record with this sequence number. */
    public byte[] value(long sequence) {
        byte[] value = values[(int) sequence & (values.length - 1)];
        if (producer != NO_INDEX) {
            RecordIndex.write(value, producer, sequence);
        }
        return value;
    }

    /** Returns the key of the record with this sequence number; null if records carry no keys. */
    public byte[] key(long sequence) {
        return keys[(int) sequence & (keys.length - 1)];
    }

    private static byte[] symbols(SplittableRandom random, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (FIRST_SYMBOL + random.nextInt(SYMBOLS));
        }
        return bytes;
    }
}
