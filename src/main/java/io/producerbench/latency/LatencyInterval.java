package io.producerbench.latency;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.HdrHistogram.Histogram;

/**
 * What was recorded in a part of a window, of one kind of latency.
 *
 * @param startNanos of {@link System#nanoTime}
 * @param endNanos likewise; no value was recorded at it or after it
 * @param counts the histogram in HdrHistogram's own encoding, which takes a small part of the
 *     memory
 */
public record LatencyInterval(long startNanos, long endNanos, byte[] counts) implements Serializable {
    /** @param buffer has room for any histogram, and is overwritten */
    static LatencyInterval of(Histogram histogram, long startNanos, long endNanos, ByteBuffer buffer) {
        buffer.clear();
        int length = histogram.encodeIntoByteBuffer(buffer);
        return new LatencyInterval(startNanos, endNanos, Arrays.copyOf(buffer.array(), length));
    }

    static ByteBuffer buffer() {
        return ByteBuffer.allocate(LatencyRecorder.empty().getNeededByteBufferCapacity());
    }

    /** Returns the recorded values, in nanoseconds. */
    public Histogram histogram() {
        return Histogram.decodeFromByteBuffer(ByteBuffer.wrap(counts), LatencyRecorder.HIGHEST_NANOS);
    }
}
