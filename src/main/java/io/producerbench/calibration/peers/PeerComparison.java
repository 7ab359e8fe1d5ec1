package io.producerbench.calibration.peers;

import io.producerbench.benchmarks.MaxRate;
import io.producerbench.calibration.Arm;
import io.producerbench.calibration.ArmLog;
import io.producerbench.calibration.ArmReadings;
import io.producerbench.calibration.CalibrationCheck;
import io.producerbench.calibration.CalibrationContext;
import io.producerbench.calibration.Findings;
import io.producerbench.calibration.Scenarios;
import io.producerbench.failure.FailedStepException;
import io.producerbench.jmh.ForkFailure;
import io.producerbench.jmh.ForkIterations;
import io.producerbench.latency.Latency;
import io.producerbench.load.LogEnd;
import io.producerbench.results.sample.ForkResult;
import io.producerbench.run.DiskNeed;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Compares our rate with the rate of kafka-producer-perf-test in pairs. The two of a pair run one
 * after the other in random order, on fresh topics of the same brokers and with the same settings.
 * The brokers' log end counts the records of both.
 */
public record PeerComparison(CalibrationContext context, ArmLog log, Findings findings, Peers peers) {
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(2);
    private static final ForkIterations EFFORT =
            new ForkIterations(1, TimeValue.seconds(WARM_UP.toSeconds()), 1, TimeValue.seconds(MEASURED.toSeconds()));

    /** Returns how much the brokers write before it is deleted; both programs take as long. */
    public static DiskNeed diskNeed() {
        return DiskNeed.of(List.of(Scenarios.acksAll(Scenario.UNPACED, Map.of())), EFFORT);
    }

    /** Measures one block: every mode with both record sizes. */
    public void measure(int block, List<Scenario> scenarios, Random random) {
        List<Scenario> order = new ArrayList<>(scenarios);
        Collections.shuffle(order, random);
        int place = 1;
        for (Scenario scenario : order) {
            boolean oursFirst = random.nextBoolean();
            Step first = new Step(block, place++, scenario);
            Step second = new Step(block, place++, scenario);
            Optional<ArmReadings> ours = oursFirst ? ours(first) : Optional.empty();
            Optional<ArmReadings> theirs = theirs(oursFirst ? second : first);
            if (!oursFirst) {
                ours = ours(second);
            }
            if (ours.isPresent() && theirs.isPresent()) {
                compare(scenario, ours.get(), theirs.get());
            }
        }
    }

    private Optional<ArmReadings> ours(Step step) {
        return log.take(findings, step, Arm.MAX_RATE, () -> {
            Scenario scenario = step.scenario();
            try (Peers.PeerTopic topic = peers.topic(scenario)) {
                ForkResult measured =
                        context.measure(MaxRate.class, scenario, peers.bootstrapServers(), topic.name(), EFFORT);
                OptionalLong held = topic.settled(measured.counts().totals());
                if (scenario.guarantee().acks().confirms() && held.isPresent()) {
                    findings.addLogEnd(setting(scenario), measured, held.getAsLong());
                }
                if (FourWays.isShown(scenario)) {
                    findings.add(
                            CalibrationCheck.OUR_RATE,
                            setting(scenario),
                            measured.counts().recordsPerSecond());
                    findings.add(
                            CalibrationCheck.CLOSED_LOOP_P50_MS,
                            setting(scenario),
                            measured.percentileNanos(Latency.SERVICE, 50) / 1e6);
                    findings.add(
                            CalibrationCheck.CLOSED_LOOP_P99_MS,
                            setting(scenario),
                            measured.percentileNanos(Latency.SERVICE, 99) / 1e6);
                }
                return ArmReadings.of(measured, held);
            } catch (FailedStepException e) {
                throw new ForkFailure(e.getMessage(), e);
            }
        });
    }

    private Optional<ArmReadings> theirs(Step step) {
        return log.take(findings, step, Arm.PERF_TEST, () -> {
            Scenario scenario = step.scenario();
            try (Peers.PeerTopic topic = peers.topic(scenario);
                    LogEnd logEnd = topic.logEnd();
                    PerfTestProcess process =
                            peers.endless(scenario, topic.name()).start(context.scratch())) {
                LogGrowth.MeasuredGrowth grown = new LogGrowth(logEnd, process.handle()).measure(WARM_UP, MEASURED);
                double cpu = grown.cpuNanos() / grown.records();
                return new ArmReadings(
                        OptionalDouble.empty(),
                        Double.isNaN(cpu) ? OptionalDouble.empty() : OptionalDouble.of(cpu),
                        OptionalDouble.empty(),
                        OptionalDouble.of(grown.recordsPerSecond()),
                        OptionalLong.empty(),
                        OptionalLong.empty());
            } catch (FailedStepException e) {
                throw new ForkFailure(e.getMessage(), e);
            }
        });
    }

    private void compare(Scenario scenario, ArmReadings ours, ArmReadings theirs) {
        findings.add(
                CalibrationCheck.RATE_AGAINST_PEER,
                setting(scenario),
                ours.logEndRecordsPerSecond().orElseThrow()
                        / theirs.logEndRecordsPerSecond().orElseThrow());
        theirs.clientCpuNanosPerRecord()
                .ifPresent(cpu -> findings.add(
                        CalibrationCheck.CPU_AGAINST_PEER,
                        setting(scenario),
                        ours.clientCpuNanosPerRecord().orElseThrow() / cpu));
    }

    static String setting(Scenario scenario) {
        return scenario.guarantee().mode() + " " + scenario.workload().recordSize() + " B, brokers";
    }
}
