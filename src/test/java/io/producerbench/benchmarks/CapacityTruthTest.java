package io.producerbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.producerbench.calibration.stub.Delay;
import io.producerbench.calibration.stub.StubProcess;
import io.producerbench.calibration.stub.StubScript;
import io.producerbench.curve.search.LatencyGoal;
import io.producerbench.curve.search.LoadGrid;
import io.producerbench.curve.search.RateSearch;
import io.producerbench.curve.search.SearchEnd;
import io.producerbench.curve.search.SearchResult;
import io.producerbench.curve.search.SearchRule;
import io.producerbench.latency.Latency;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.scenario.AScenario;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The search finds a capacity that is known. The stub broker works on one request at a time, and a
 * request carries one record, so that it does as many records per second as its service time fits
 * into a second. Above that rate the queue grows with every record.
 */
@Tag("truth")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class CapacityTruthTest {
    private static final LatencyGoal GOAL = LatencyGoal.parse("p99=20ms");
    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final Duration BEFORE_DISTURBANCE = Duration.ofMillis(200);
    private static final Duration DISTURBANCE = Duration.ofMillis(300);
    private static final int ATTEMPTS = 3;
    private static final double MOST_ERROR_PERCENT = 5;

    /** One record for each request: no batch has room for a second one. */
    private static final Scenario SINGLY = AScenario.with(Map.of(Axis.BATCH_SIZE, "0"));

    @TempDir
    Path scratch;

    /** The maximum is said wrongly on purpose, because a closed loop may have been disturbed. */
    @ParameterizedTest
    @CsvSource({
        "500, 500, 0", "1000, 1100, 0", "2000, 1800, 0",
        "500, 500, 0.15", "1000, 1100, 0.15", "2000, 1800, 0.15",
    })
    void the_lower_bound_is_within_five_percent_of_the_capacity(int capacity, int maximum, double disturbed)
            throws Exception {
        rehearse();
        Delay service = new Delay.Service(TimeUnit.SECONDS.toNanos(1) / capacity);
        Attempts.upTo(ATTEMPTS, () -> {
            StubScript script = StubScript.prompt(1).withProduceDelay(service).withoutTruth();
            try (StubProcess stub = StubProcess.start(script, System.getProperty("java.class.path"), scratch)) {
                SearchResult found = search(stub, maximum, disturbed);

                assertThat(found.end()).isEqualTo(SearchEnd.REGULAR);
                assertThat((double) found.lowerBound().getAsInt())
                        .isCloseTo(capacity, withinPercentage(MOST_ERROR_PERCENT));
            }
        });
    }

    private static SearchResult search(StubProcess stub, int maximum, double disturbed) throws Exception {
        Random random = new Random(5);
        RateSearch search = RateSearch.begin(LoadGrid.around(maximum), GOAL.allowedLoss(), SearchRule.USUAL);
        while (search.next().isPresent()) {
            int load = search.next().getAsInt();
            search = search.after(load, lossRatio(stub, load, random.nextDouble() < disturbed));
        }
        return search.result();
    }

    /** A trial that is disturbed has no reply for a while. */
    private static double lossRatio(StubProcess stub, int load, boolean isDisturbed) {
        Scenario scenario = SINGLY.with(Axis.RATE, Integer.toString(load));
        try (TestLoadGenerator generator = new TestLoadGenerator(scenario, stub.bootstrapServers(), "capacity")) {
            generator.openWindow();
            generator.sendFor(BEFORE_DISTURBANCE);
            if (isDisturbed) {
                stub.withholdProduce(DISTURBANCE);
            }
            generator.sendFor(WINDOW.minus(BEFORE_DISTURBANCE));
            MeasuredWindow window = generator.closeWindow();
            Histogram acknowledged = generator.histograms().get(Latency.ACK);
            long inTime = acknowledged.getCountBetweenValues(0, GOAL.within().toNanos());
            return (double) Math.max(0, window.due() - inTime) / window.due();
        }
    }

    /** Against a broker that answers at once, because the rehearsal sends more than the others can do. */
    private void rehearse() throws Exception {
        try (StubProcess stub = StubProcess.start(
                StubScript.prompt(1).withoutTruth(), System.getProperty("java.class.path"), scratch)) {
            TestLoadGenerator.rehearse(AScenario.with(Map.of()), stub.bootstrapServers());
        }
    }
}
