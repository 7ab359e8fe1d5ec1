package io.producerbench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.util.Statistics;

class LatencyResultTest {

    @Test
    void merging_adds_the_histograms() {
        LatencyResult merged = LatencyResult.merge(
                List.of(new LatencyResult(Latency.ACK, of(1_000, 2_000)), new LatencyResult(Latency.ACK, of(9_000))));

        assertThat(merged.latency()).isEqualTo(Latency.ACK);
        assertThat(merged.histogram()).isEqualTo(of(1_000, 2_000, 9_000));
    }

    @Test
    void merging_leaves_its_parts_as_they_were() {
        LatencyResult part = new LatencyResult(Latency.ACK, of(1_000));

        LatencyResult.merge(List.of(part, new LatencyResult(Latency.ACK, of(9_000))));

        assertThat(part.histogram()).isEqualTo(of(1_000));
    }

    @Test
    void merging_does_not_depend_on_the_order_or_the_grouping() {
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < 20; i++) {
            LatencyResult a = random(random);
            LatencyResult b = random(random);
            LatencyResult c = random(random);

            assertThat(LatencyResult.merge(List.of(LatencyResult.merge(List.of(c, a)), b))
                            .histogram())
                    .isEqualTo(LatencyResult.merge(List.of(a, b, c)).histogram());
        }
    }

    @Test
    void jmh_merges_iterations_and_threads_alike() {
        List<LatencyResult> two =
                List.of(new LatencyResult(Latency.ACK, of(1_000)), new LatencyResult(Latency.ACK, of(9_000)));
        LatencyResult any = two.get(0);

        assertThat(any.getIterationAggregator().aggregate(two).histogram()).isEqualTo(of(1_000, 9_000));
        assertThat(any.getThreadAggregator().aggregate(two).histogram()).isEqualTo(of(1_000, 9_000));
    }

    @Test
    void is_known_to_jmh_by_the_kind_of_latency_and_in_microseconds() {
        LatencyResult result = new LatencyResult(Latency.SEND_BLOCKED, of(1_000, 3_000));

        assertThat(result.getLabel()).isEqualTo("send_blocked");
        assertThat(result.getScoreUnit()).isEqualTo("us");
        assertThat(result.getScore()).isEqualTo(2.0, within(0.002));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 50, 90, 99, 99.9, 99.99, 100})
    void jmh_is_shown_the_histograms_own_percentiles(double rank) {
        LatencyResult result = random(new SplittableRandom(7));

        assertThat(result.getStatistics().getPercentile(rank))
                .isEqualTo(result.histogram().getValueAtPercentile(rank) / 1000.0);
    }

    @Test
    void jmh_is_shown_the_histograms_extremes_and_moments() {
        Statistics statistics = new LatencyResult(Latency.ACK, of(1_000, 2_000, 3_000)).getStatistics();

        assertThat(statistics.getN()).isEqualTo(3);
        assertThat(statistics.getMin()).isEqualTo(1.0, within(0.001));
        assertThat(statistics.getMax()).isEqualTo(3.0, within(0.003));
        assertThat(statistics.getMean()).isEqualTo(2.0, within(0.002));
        assertThat(statistics.getSum()).isEqualTo(6.0, within(0.006));
        assertThat(statistics.getVariance()).isEqualTo(2.0 / 3, within(0.01));
    }

    @Test
    void jmh_is_shown_every_recorded_value_with_its_count() {
        var values = new LatencyResult(Latency.ACK, of(1_000, 1_000, 2_000))
                .getStatistics()
                .getRawData();

        assertThat(values).toIterable().extracting(value -> value.getValue()).containsExactly(2L, 1L);
    }

    @Test
    void latencies_are_counted_between_levels() {
        Statistics statistics = new LatencyResult(Latency.ACK, of(1_000, 1_500, 2_000)).getStatistics();

        assertThat(statistics.getHistogram(new double[] {0, 1, 2, 3})).containsExactly(0, 2, 1);
    }

    @Test
    void no_error_of_the_mean_is_claimed() {
        Statistics statistics = new LatencyResult(Latency.ACK, of(1_000, 2_000, 3_000)).getStatistics();

        assertThat(statistics.getMeanErrorAt(0.999)).isNaN();
        assertThat(statistics.getConfidenceIntervalAt(0.999)).containsOnly(Double.NaN, Double.NaN);
    }

    @Test
    void comes_home_from_the_fork_whole() throws Exception {
        LatencyResult sent = random(new SplittableRandom(7));

        LatencyResult arrived = (LatencyResult) deserialized(serialized(sent));

        assertThat(arrived.latency()).isEqualTo(sent.latency());
        assertThat(arrived.histogram()).isEqualTo(sent.histogram());
        assertThat(arrived.getScore()).isEqualTo(sent.getScore());
    }

    @Test
    void the_intervals_add_up_to_the_histogram_also_after_a_merge_and_the_way_out_of_the_fork() throws Exception {
        LatencyRecorder recorder = new LatencyRecorder();
        recorder.startWindow(1_000);
        recorder.acknowledged(1_000, 2_000);
        recorder.acknowledged(1_500, 1_000 + 3 * IntervalRecorder.NANOS);
        LatencyResult result = LatencyResult.drained(Stream.of(recorder)).get(0);

        LatencyResult merged = (LatencyResult) deserialized(serialized(LatencyResult.merge(List.of(result, result))));

        assertThat(result.intervals()).hasSize(2);
        assertThat(merged.intervals()).hasSize(4);
        Histogram sum = LatencyRecorder.empty();
        merged.intervals().forEach(interval -> sum.add(interval.histogram()));
        assertThat(sum).isEqualTo(merged.histogram());
        assertThat(sum.getTotalCount()).isEqualTo(4);
    }

    private static LatencyResult random(SplittableRandom random) {
        return new LatencyResult(
                Latency.ACK, of(random.longs(200, 1, 10_000_000_000L).toArray()));
    }

    private static Histogram of(long... nanos) {
        Histogram histogram = LatencyRecorder.empty();
        for (long value : nanos) {
            histogram.recordValue(value);
        }
        return histogram;
    }

    private static byte[] serialized(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static Object deserialized(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }
}
