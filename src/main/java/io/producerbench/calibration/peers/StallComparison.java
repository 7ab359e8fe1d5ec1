package io.producerbench.calibration.peers;

import io.producerbench.benchmarks.FixedRate;
import io.producerbench.calibration.Arm;
import io.producerbench.calibration.ArmLog;
import io.producerbench.calibration.ArmReadings;
import io.producerbench.calibration.CalibrationCheck;
import io.producerbench.calibration.CalibrationContext;
import io.producerbench.calibration.Findings;
import io.producerbench.calibration.Scenarios;
import io.producerbench.calibration.peers.PerfTest.Records;
import io.producerbench.calibration.stub.StubProcess;
import io.producerbench.calibration.stub.StubScript;
import io.producerbench.failure.FailedStepException;
import io.producerbench.jmh.ForkFailure;
import io.producerbench.jmh.ForkIterations;
import io.producerbench.latency.Latency;
import io.producerbench.load.LogEnd;
import io.producerbench.process.StoppedProcess;
import io.producerbench.results.sample.ForkResult;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.scenario.Scenario;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Stops the client for a second (SIGSTOP) while it offers a thousand records a second, and compares
 * the latencies that perf-test and our benchmark report. A thousand records were due in that
 * second.
 */
public record StallComparison(CalibrationContext context, ArmLog log, Findings findings, Peers peers) {
    private static final int RATE = 1000;
    private static final int SECONDS = 8;
    private static final Duration STALL = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final ForkIterations EFFORT =
            new ForkIterations(0, TimeValue.seconds(1), 1, TimeValue.seconds(SECONDS));
    private static final String SETTING = "client stopped for 1 s of 8 s, 1,000 records/s";
    private static final Scenario SCENARIO = Scenarios.acksAll(
            Integer.toString(RATE), Map.of(Axis.PARTITIONS, "1", Axis.LINGER_MS, "0", Axis.RECORD_SIZE, "100"));

    public void measure(int block, int order) {
        try (StubProcess stub = context.stub(StubScript.prompt(1).withoutTruth())) {
            log.take(findings, new Step(block, order, SCENARIO), Arm.PERF_TEST, () -> theirs(stub.bootstrapServers()));
            log.take(
                    findings,
                    new Step(block, order + 1, SCENARIO),
                    Arm.FIXED_RATE,
                    () -> ours(stub.bootstrapServers()));
        }
    }

    private ArmReadings theirs(String bootstrapServers) throws ForkFailure {
        String topic = "stall-perf-test";
        Records records =
                Records.atRate(RATE, (long) RATE * SECONDS, SCENARIO.workload().recordSize());
        try (LogEnd logEnd = LogEnd.replicated(bootstrapServers, topic, 1);
                PerfTestProcess process = peers.perfTest(SCENARIO, bootstrapServers, topic, records)
                        .start(context.scratch())) {
            stop(process.handle(), logEnd);
            PerfTestReport report = process.await(LONGEST);
            findings.add(CalibrationCheck.STALL_SEEN_BY_PEER_P99_MS, SETTING, report.p99Ms());
            findings.add(CalibrationCheck.STALL_SEEN_BY_PEER_P99_9_MS, SETTING, report.p999Ms());
            return ArmReadings.rate(report.recordsPerSecond());
        } catch (FailedStepException e) {
            throw new ForkFailure(e.getMessage(), e);
        }
    }

    private ArmReadings ours(String bootstrapServers) throws ForkFailure {
        String topic = "stall-ours";
        try (LogEnd logEnd = LogEnd.replicated(bootstrapServers, topic, 1)) {
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> stopFork(logEnd));
            ForkResult measured = context.measure(FixedRate.class, SCENARIO, bootstrapServers, topic, EFFORT);
            stopped.join();
            findings.add(
                    CalibrationCheck.STALL_SEEN_BY_US_P99_MS, SETTING, measured.percentileNanos(Latency.ACK, 99) / 1e6);
            findings.add(
                    CalibrationCheck.STALL_SEEN_BY_US_P99_9_MS,
                    SETTING,
                    measured.percentileNanos(Latency.ACK, 99.9) / 1e6);
            return ArmReadings.of(measured, OptionalLong.empty());
        } catch (CompletionException e) {
            throw new ForkFailure(
                    "the fork could not be stopped: " + e.getCause().getMessage(), e);
        }
    }

    private static void stopFork(LogEnd logEnd) {
        try {
            awaitPace(logEnd);
            ProcessHandle fork = ProcessHandle.current()
                    .descendants()
                    .filter(process -> process.info().commandLine().orElse("").contains("ForkedMain"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("expected a fork of ours to be running, found none"));
            stop(fork);
        } catch (ForkFailure e) {
            throw new CompletionException(e);
        }
    }

    private static void stop(ProcessHandle process, LogEnd logEnd) throws ForkFailure {
        awaitPace(logEnd);
        stop(process);
    }

    private static void awaitPace(LogEnd logEnd) throws ForkFailure {
        new LogGrowth(logEnd, ProcessHandle.current()).awaitPace(RATE);
    }

    private static void stop(ProcessHandle process) {
        try (StoppedProcess pause = StoppedProcess.of(process)) {
            LogGrowth.pass(STALL.minusNanos(System.nanoTime() - pause.stoppedNanos()));
        }
    }
}
