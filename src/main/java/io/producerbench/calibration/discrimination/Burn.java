package io.producerbench.calibration.discrimination;

import org.apache.kafka.common.serialization.Serializer;

/**
 * A serializer that burns CPU time and returns the bytes unchanged. It is a slowdown of known size,
 * planted where an application's own code would be. With 0 turns it is the base, so that both arms
 * run the same class.
 *
 * <p>It burns for many records at once. A few turns for each record would cost nothing, because the
 * processor would execute them beside other instructions; and whole turns for each record would be
 * too coarse a unit.
 */
final class Burn implements Serializer<byte[]> {
    /** The number of records for which it burns at once. */
    private static final int RECORDS = 16;

    private long state = 1;
    private int records;
    private int turns;

    /**
     * Sets the number of turns from the next record on. Call it from the thread that sends, because
     * this thread serializes.
     *
     * @param each turns for every 16 records
     */
    void turns(int each) {
        turns = each;
    }

    @Override
    public byte[] serialize(String topic, byte[] data) {
        if (++records < RECORDS) {
            return data;
        }
        records = 0;
        long value = state;
        for (int turn = 0; turn < turns; turn++) {
            // Each step needs the one before it (George Marsaglia's xorshift), so that no compiler
            // can shorten the loop.
            value ^= value << 13;
            value ^= value >>> 7;
            value ^= value << 17;
        }
        state = value;
        return data;
    }
}
