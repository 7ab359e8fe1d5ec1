package io.producerbench.calibration.peers;

import io.producerbench.benchmarks.FixedRate;
import io.producerbench.benchmarks.NaiveSend;
import io.producerbench.calibration.Arm;
import io.producerbench.calibration.ArmLog;
import io.producerbench.calibration.ArmReadings;
import io.producerbench.calibration.CalibrationCheck;
import io.producerbench.calibration.CalibrationContext;
import io.producerbench.calibration.Findings;
import io.producerbench.calibration.Scenarios;
import io.producerbench.calibration.peers.PerfTest.Records;
import io.producerbench.failure.FailedStepException;
import io.producerbench.jmh.ForkFailure;
import io.producerbench.jmh.ForkIterations;
import io.producerbench.latency.Latency;
import io.producerbench.results.sample.ForkResult;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.scenario.Pacing.ClosedLoop;
import io.producerbench.scenario.Scenario;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures one setting in the usual ways and in ours. Each number is taken as the tool reports it.
 */
public record FourWays(CalibrationContext context, ArmLog log, Findings findings, Peers peers) {
    /** The number of steps that this takes in a block. */
    public static final int STEPS = 3;

    private static final int RATE = 2000;
    private static final long PERF_TEST_RECORDS = 200_000;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Map<Axis, String> SHOWN = Map.of(Axis.RECORD_SIZE, "1024");
    private static final ForkIterations NAIVE = new ForkIterations(2, TimeValue.seconds(1), 3, TimeValue.seconds(1));
    private static final ForkIterations OURS = new ForkIterations(1, TimeValue.seconds(2), 1, TimeValue.seconds(3));

    private static Scenario scenario(String rate) {
        return Scenarios.acksAll(rate, SHOWN);
    }

    /** True if the scenario is the setting shown, in closed loop. */
    static boolean isShown(Scenario scenario) {
        return scenario.pacing() instanceof ClosedLoop && scenario.equals(scenario(Scenario.UNPACED));
    }

    public void measure(int block, int order) {
        naive(new Step(block, order, scenario(Scenario.UNPACED)));
        perfTest(new Step(block, order + 1, scenario(Scenario.UNPACED)));
        ours(new Step(block, order + 2, scenario(Integer.toString(RATE))));
    }

    private void naive(Step step) {
        log.take(findings, step, Arm.NAIVE_SEND, () -> {
            try (Peers.PeerTopic topic = peers.topic(step.scenario())) {
                RunResult result =
                        context.fork(NaiveSend.class, step.scenario(), peers.bootstrapServers(), topic.name(), NAIVE);
                double score = result.getPrimaryResult().getScore();
                findings.add(CalibrationCheck.NAIVE_SEND_RATE, PeerComparison.setting(step.scenario()), score);
                return ArmReadings.rate(score);
            } catch (FailedStepException e) {
                throw new ForkFailure(e.getMessage(), e);
            }
        });
    }

    private void perfTest(Step step) {
        log.take(findings, step, Arm.PERF_TEST, () -> {
            Records records = Records.atMaxRate(
                    PERF_TEST_RECORDS, step.scenario().workload().recordSize());
            try (Peers.PeerTopic topic = peers.topic(step.scenario());
                    PerfTestProcess process = peers.perfTest(
                                    step.scenario(), peers.bootstrapServers(), topic.name(), records)
                            .start(context.scratch())) {
                PerfTestReport report = process.await(LONGEST);
                String setting = PeerComparison.setting(step.scenario());
                findings.add(CalibrationCheck.PEER_RATE, setting, report.recordsPerSecond());
                findings.add(CalibrationCheck.PEER_P50_MS, setting, report.p50Ms());
                findings.add(CalibrationCheck.PEER_P99_MS, setting, report.p99Ms());
                return ArmReadings.rate(report.recordsPerSecond());
            } catch (FailedStepException e) {
                throw new ForkFailure(e.getMessage(), e);
            }
        });
    }

    private void ours(Step step) {
        log.take(findings, step, Arm.FIXED_RATE, () -> {
            try (Peers.PeerTopic topic = peers.topic(step.scenario())) {
                ForkResult measured =
                        context.measure(FixedRate.class, step.scenario(), peers.bootstrapServers(), topic.name(), OURS);
                String setting = PeerComparison.setting(step.scenario());
                findings.add(CalibrationCheck.OUR_P50_MS, setting, measured.percentileNanos(Latency.ACK, 50) / 1e6);
                findings.add(CalibrationCheck.OUR_P99_MS, setting, measured.percentileNanos(Latency.ACK, 99) / 1e6);
                return ArmReadings.of(measured, OptionalLong.empty());
            } catch (FailedStepException e) {
                throw new ForkFailure(e.getMessage(), e);
            }
        });
    }
}
