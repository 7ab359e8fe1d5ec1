package io.producerbench.latency;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import org.HdrHistogram.Histogram;

/**
 * Whole histograms as text, to travel between hosts: HdrHistogram's compressed encoding in Base64.
 *
 * @param byLabel by the labels of {@link Latency}
 */
public record CompressedHistograms(Map<String, String> byLabel) {
    public static CompressedHistograms of(Map<Latency, Histogram> histograms) {
        Map<String, String> encoded = new TreeMap<>();
        histograms.forEach((latency, histogram) -> encoded.put(latency.label(), encode(histogram)));
        return new CompressedHistograms(encoded);
    }

    private static String encode(Histogram histogram) {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer, Deflater.BEST_COMPRESSION);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }

    /**
     * Returns the sums of all hosts' histograms. Adding loses nothing, because all have the same
     * range and precision.
     *
     * @throws IllegalArgumentException if one of them is no histogram, or a host lacks a kind that
     *     another has
     */
    public static List<LatencyResult> sum(List<CompressedHistograms> hosts) {
        for (CompressedHistograms host : hosts) {
            if (!host.byLabel.keySet().equals(hosts.get(0).byLabel.keySet())) {
                throw new IllegalArgumentException("expected the same latencies of every host, got "
                        + hosts.get(0).byLabel.keySet() + " and " + host.byLabel.keySet());
            }
        }
        return Arrays.stream(Latency.values())
                .filter(latency -> hosts.get(0).byLabel.containsKey(latency.label()))
                .map(latency -> sum(latency, hosts))
                .toList();
    }

    private static LatencyResult sum(Latency latency, List<CompressedHistograms> hosts) {
        Histogram sum = LatencyRecorder.empty();
        hosts.forEach(host -> sum.add(decode(host.byLabel.get(latency.label()))));
        return new LatencyResult(latency, sum);
    }

    private static Histogram decode(String text) {
        try {
            return Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(text)), LatencyRecorder.HIGHEST_NANOS);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("expected a compressed histogram", e);
        }
    }
}
