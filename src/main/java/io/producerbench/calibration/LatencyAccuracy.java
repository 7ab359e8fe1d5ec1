package io.producerbench.calibration;

import io.producerbench.benchmarks.FixedRate;
import io.producerbench.calibration.stub.Delay;
import io.producerbench.calibration.stub.ReferenceLog;
import io.producerbench.calibration.stub.ReferenceTimes;
import io.producerbench.calibration.stub.StubProcess;
import io.producerbench.calibration.stub.StubScript;
import io.producerbench.jmh.ForkFailure;
import io.producerbench.jmh.ForkIterations;
import io.producerbench.latency.Latency;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.results.sample.ForkResult;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.scenario.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures how true the open loop is: its latencies against the broker's clock, its rate against
 * the schedule.
 */
record LatencyAccuracy(CalibrationContext context, ArmLog log, Findings findings) {
    private static final long MILLI = 1_000_000;
    private static final int RATE = 2000;
    private static final List<Integer> RATES = List.of(1000, 10_000, 50_000);
    private static final ForkIterations TRUTH_EFFORT =
            new ForkIterations(1, TimeValue.seconds(1), 1, TimeValue.seconds(4));
    private static final ForkIterations PACE_EFFORT =
            new ForkIterations(3, TimeValue.seconds(1), 1, TimeValue.seconds(2));
    private static final List<Replies> REPLIES = List.of(
            new Replies("constant 20 ms", new Delay.Constant(20 * MILLI)),
            new Replies("5 ms, 10 % 50 ms", new Delay.Bimodal(5 * MILLI, 50 * MILLI, 0.1)),
            new Replies("Pareto from 2 ms, shape 1.5", new Delay.Pareto(2 * MILLI, 1.5, 500 * MILLI)));
    private static final Map<CalibrationCheck, Double> PERCENTILES = Map.of(
            CalibrationCheck.LATENCY_ERROR_P50,
            50.0,
            CalibrationCheck.LATENCY_ERROR_P99,
            99.0,
            CalibrationCheck.LATENCY_ERROR_P99_9,
            99.9);

    /** The delay of the stub broker, in words and in the script. */
    private record Replies(String words, Delay delay) {}

    void measure(int blocks) {
        for (int block = 1; block <= blocks; block++) {
            int order = 1;
            for (Replies replies : REPLIES) {
                truth(new Step(block, order++, oneByOne(RATE)), replies);
            }
            for (int rate : RATES) {
                pace(new Step(block, order++, oneByOne(rate)), rate);
            }
        }
    }

    /**
     * Returns a scenario with one partition, so that offsets have the order in which records were
     * due.
     */
    private static Scenario oneByOne(int rate) {
        return Scenarios.acksAll(
                Integer.toString(rate), Map.of(Axis.PARTITIONS, "1", Axis.LINGER_MS, "0", Axis.RECORD_SIZE, "100"));
    }

    private void truth(Step step, Replies replies) {
        StubScript script =
                StubScript.prompt(1).withProduceDelay(replies.delay()).withSeed(context.seed() + step.block());
        try (StubProcess stub = context.stub(script)) {
            log.take(findings, step, Arm.FIXED_RATE, () -> {
                ForkResult measured = fork(step, stub, TRUTH_EFFORT);
                hold(
                        measured,
                        stub.truth(),
                        topic(step),
                        "replies after " + replies.words() + ", " + RATE + " records/s");
                return ArmReadings.of(measured, OptionalLong.empty());
            });
        }
    }

    private void hold(ForkResult measured, ReferenceLog log, String topic, String setting) {
        MeasuredWindow window = measured.counts().windows().get(0);
        ReferenceTimes truth = ReferenceTimes.of(log, topic, window, RATE);
        PERCENTILES.forEach((check, percent) ->
                findings.add(check, setting, truth.error(percent, measured.percentileNanos(Latency.ACK, percent))));
    }

    private void pace(Step step, int rate) {
        try (StubProcess stub = context.stub(StubScript.prompt(1).withoutTruth())) {
            log.take(findings, step, Arm.FIXED_RATE, () -> {
                ForkResult measured = fork(step, stub, PACE_EFFORT);
                MeasuredWindow window = measured.counts().windows().get(0);
                String setting = String.format(Locale.ROOT, "%,d records/s", rate);
                findings.add(CalibrationCheck.RATE_ERROR, setting, window.sent() * 1e9 / window.nanos() / rate - 1);
                findings.add(
                        CalibrationCheck.SEND_LAG_P99, setting, measured.percentileNanos(Latency.SEND_LAG, 99) / 1e3);
                return ArmReadings.of(measured, OptionalLong.empty());
            });
        }
    }

    private ForkResult fork(Step step, StubProcess stub, ForkIterations iterations) throws ForkFailure {
        return context.measure(FixedRate.class, step.scenario(), stub.bootstrapServers(), topic(step), iterations);
    }

    private static String topic(Step step) {
        return "truth-" + step.block() + "-" + step.orderInBlock();
    }
}
