package io.producerbench.calibration.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.producerbench.load.PacedProducer;
import io.producerbench.load.Payloads;
import io.producerbench.load.Schedule;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three digits are three digits: what a histogram says is what the raw times of the same records
 * say, to 0.1 %.
 */
@Tag("truth")
@Tag("alone")
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class HistogramTruthTest {
    private static final int RECORDS = 10_000;
    private static final int RECORDS_PER_SECOND = 5_000;
    private static final double RESOLUTION_PERCENT = 0.1;

    @TempDir
    Path scratch;

    @Test
    void percentiles_and_maximum_are_those_of_the_raw_times() {
        StubScript script = StubScript.prompt(1).withProduceDelay(new Delay.Pareto(1_000_000, 1.5, 200_000_000));
        Schedule schedule = new Schedule(System.nanoTime() + TimeUnit.SECONDS.toNanos(1), RECORDS_PER_SECOND);
        RawLog raw = new RawLog(schedule.dueNanos(0));
        try (StubProcess stub = StubProcess.start(script, System.getProperty("java.class.path"), scratch);
                PacedProducer lane = new PacedProducer(
                        StubMode.ACKS_1.producer(stub, Map.of("max.in.flight.requests.per.connection", 1_000)),
                        "raw",
                        1,
                        0,
                        1,
                        Payloads.seeded(1, 100),
                        raw)) {
            lane.adopt();
            for (int i = 0; i < RECORDS; i++) {
                lane.sendNextAt(schedule.dueNanos(i));
            }
            lane.drain();
        }

        long[] exact = raw.acknowledged().stream()
                .mapToLong(record -> record.nowNanos() - record.dueNanos())
                .sorted()
                .toArray();
        Histogram histogram = raw.histogram();
        assertThat(histogram.getTotalCount()).isEqualTo(RECORDS);
        for (int permille : new int[] {500, 990, 999, 1_000}) {
            assertThat((double) histogram.getValueAtPercentile(permille / 10.0))
                    .as("p%s", permille / 10.0)
                    .isCloseTo(exact[RECORDS * permille / 1_000 - 1], withinPercentage(RESOLUTION_PERCENT));
        }
    }
}
