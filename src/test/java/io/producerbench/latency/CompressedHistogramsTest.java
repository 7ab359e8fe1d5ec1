package io.producerbench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompressedHistogramsTest {
    private static Histogram random(long seed, int count) {
        Histogram histogram = LatencyRecorder.empty();
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            histogram.recordValue(1 + (long) Math.exp(random.nextDouble() * 28));
        }
        return histogram;
    }

    @Test
    void the_merged_histogram_is_that_of_the_concatenated_logs(@TempDir Path directory) throws Exception {
        Instant start = Instant.ofEpochSecond(1_700_000_000);
        List<Map<Latency, Histogram>> hosts = List.of(
                Map.of(Latency.ACK, random(1, 20_000), Latency.SEND_LAG, random(2, 100)),
                Map.of(Latency.ACK, random(3, 5), Latency.SEND_LAG, random(4, 7_000)));
        Path all = directory.resolve("all.hlog");
        for (Map<Latency, Histogram> host : hosts) {
            Path log = directory.resolve("one.hlog");
            HistogramLog.write(log, "host", start, HistogramLine.whole(start, Duration.ofSeconds(1), host));
            Files.writeString(all, (Files.exists(all) ? Files.readString(all) : "") + Files.readString(log));
        }

        List<LatencyResult> merged = CompressedHistograms.sum(
                hosts.stream().map(CompressedHistograms::of).toList());

        Map<Latency, Histogram> concatenated = HistogramLog.read(all);
        assertThat(merged).extracting(LatencyResult::latency).containsExactlyElementsOf(concatenated.keySet());
        assertThat(merged)
                .allSatisfy(result -> assertThat(result.histogram()).isEqualTo(concatenated.get(result.latency())));
    }

    @Test
    void a_host_without_a_kind_of_latency_is_no_zero() {
        assertThatThrownBy(() -> CompressedHistograms.sum(List.of(
                        CompressedHistograms.of(Map.of(Latency.ACK, random(1, 1))), CompressedHistograms.of(Map.of()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ack");
    }
}
