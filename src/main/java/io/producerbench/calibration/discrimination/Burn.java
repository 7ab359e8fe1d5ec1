package io.producerbench.calibration.discrimination;

import org.apache.kafka.common.serialization.Serializer;

/**
 * A serializer that hands the bytes on as they are and burns CPU time before it does: a slowdown of known size, planted where an
 * application's own code would be. With no turns it is the base, so that both arms run the very same class.
 *
 * <p>It burns for many records at once: a few turns for each would be done by the processor beside other instructions, for
 * nothing, and whole turns for each would be too coarse a measure.
 */
final class Burn implements Serializer<byte[]> {
    /** Records for which it burns at once. */
    private static final int RECORDS = 16;

    private long state = 1;
    private int records;
    private int turns;

    /**
     * From the next record on. To be called by the thread that sends, which is the one that serializes.
     *
     * @param each for every 16 records
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
            // Each needs the one before it (George Marsaglia's xorshift), so that no compiler can shorten the loop.
            value ^= value << 13;
            value ^= value >>> 7;
            value ^= value << 17;
        }
        state = value;
        return data;
    }
}
