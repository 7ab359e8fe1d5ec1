package io.producerbench.calibration;

import io.producerbench.benchmarks.MaxRate;
import io.producerbench.calibration.baseline.BareLoopProcess;
import io.producerbench.calibration.baseline.BareLoopResult;
import io.producerbench.calibration.stub.StubProcess;
import io.producerbench.calibration.stub.StubScript;
import io.producerbench.failure.FailedStepException;
import io.producerbench.jmh.ForkFailure;
import io.producerbench.jmh.ForkIterations;
import io.producerbench.load.LogEnd;
import io.producerbench.results.sample.ForkResult;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures what measuring costs the client. It compares our benchmark with the bare loop, each in a
 * JVM of its own, against a stub broker that does almost nothing. Each block has a new random
 * order. Values are ratios within a block, so that a change of the machine affects both sides.
 */
record HarnessCost(CalibrationContext context, ArmLog log, Findings findings) {
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(2);
    private static final ForkIterations EFFORT =
            new ForkIterations(1, TimeValue.seconds(WARM_UP.toSeconds()), 1, TimeValue.seconds(MEASURED.toSeconds()));
    private static final List<String> SIZES = List.of("100", "1024");
    /**
     * With one partition, each request of both programs carries one full batch. With more
     * partitions, a request carries all batches that are ready: about twice as many for a loop that
     * never waits. Then the costs of a record differ, because each request has a cost of its own.
     */
    private static final String PARTITIONS = "1";

    private static final List<Arm> ARMS = List.of(Arm.BARE_LOOP, Arm.MAX_RATE, Arm.MAX_RATE_EVERY_RECORD);

    /** One arm with one record size. */
    private record SizedArm(Arm arm, String size) {
        Scenario scenario() {
            return Scenarios.acksAll(
                    Scenario.UNPACED,
                    Map.of(
                            Axis.RECORD_SIZE,
                            size,
                            Axis.PARTITIONS,
                            PARTITIONS,
                            Axis.LATENCY_SAMPLING,
                            arm == Arm.MAX_RATE_EVERY_RECORD ? Scenario.EVERY_RECORD : "1/16"));
        }

        String setting() {
            return "acks=all " + size + " B"
                    + switch (arm) {
                        case MAX_RATE -> ", 1/16 timed";
                        case MAX_RATE_EVERY_RECORD -> ", every record timed";
                        default -> ", bare loop";
                    };
        }
    }

    void measure(int blocks) {
        Random random = new Random(context.seed());
        try (StubProcess stub =
                context.stub(StubScript.prompt(Integer.parseInt(PARTITIONS)).withoutTruth())) {
            for (int block = 1; block <= blocks; block++) {
                compare(block(block, random, stub.bootstrapServers()));
            }
        }
    }

    private Map<SizedArm, ArmReadings> block(int block, Random random, String bootstrapServers) {
        List<SizedArm> arms = new ArrayList<>();
        ARMS.forEach(arm -> SIZES.forEach(size -> arms.add(new SizedArm(arm, size))));
        Collections.shuffle(arms, random);
        Map<SizedArm, ArmReadings> readings = new HashMap<>();
        for (SizedArm sized : arms) {
            int order = readings.size() + 1;
            String topic = "calibration-" + block + "-" + order;
            log.take(
                            findings,
                            new Step(block, order, sized.scenario()),
                            sized.arm(),
                            () -> run(sized, bootstrapServers, topic))
                    .ifPresent(given -> readings.put(sized, given));
        }
        return readings;
    }

    private ArmReadings run(SizedArm sized, String bootstrapServers, String topic) throws ForkFailure {
        if (sized.arm() != Arm.BARE_LOOP) {
            return ours(sized, bootstrapServers, topic);
        }
        try {
            BareLoopResult result = new BareLoopProcess(context.java(), context.scratch())
                    .run(sized.scenario(), context.forkConfig(bootstrapServers, topic), WARM_UP, MEASURED);
            findings.add(CalibrationCheck.RECORDS_PER_REQUEST, sized.setting(), result.recordsPerRequest());
            return readings(result);
        } catch (FailedStepException e) {
            throw new ForkFailure(e.getMessage(), e);
        }
    }

    private ArmReadings ours(SizedArm sized, String bootstrapServers, String topic) throws ForkFailure {
        Scenario scenario = sized.scenario();
        ForkResult measured = context.measure(MaxRate.class, scenario, bootstrapServers, topic, EFFORT);
        try (LogEnd logEnd =
                LogEnd.replicated(bootstrapServers, topic, scenario.workload().partitions())) {
            long held = logEnd.sum().join();
            findings.add(CalibrationCheck.RECORDS_PER_REQUEST, sized.setting(), measured.recordsPerRequest());
            findings.addLogEnd(sized.setting(), measured, held);
            return ArmReadings.of(measured, OptionalLong.of(held));
        }
    }

    private static ArmReadings readings(BareLoopResult result) {
        return new ArmReadings(
                OptionalDouble.empty(),
                OptionalDouble.of(result.cpuNanosPerRecord()),
                OptionalDouble.of(result.allocatedBytesPerRecord()),
                OptionalDouble.of(result.logEndRecordsPerSecond()),
                OptionalLong.empty(),
                OptionalLong.of(result.logEnd()));
    }

    private void compare(Map<SizedArm, ArmReadings> block) {
        for (String size : SIZES) {
            ArmReadings bare = block.get(new SizedArm(Arm.BARE_LOOP, size));
            for (Arm arm : List.of(Arm.MAX_RATE, Arm.MAX_RATE_EVERY_RECORD)) {
                SizedArm sized = new SizedArm(arm, size);
                ArmReadings ours = block.get(sized);
                if (bare != null && ours != null) {
                    compare(sized, ours, bare);
                }
            }
        }
    }

    private void compare(SizedArm sized, ArmReadings ours, ArmReadings bare) {
        findings.add(
                CalibrationCheck.RATE_AGAINST_BARE_LOOP,
                sized.setting(),
                ours.logEndRecordsPerSecond().orElseThrow()
                        / bare.logEndRecordsPerSecond().orElseThrow());
        findings.add(
                cpuCheck(sized),
                sized.setting(),
                ours.clientCpuNanosPerRecord().orElseThrow()
                        / bare.clientCpuNanosPerRecord().orElseThrow());
        findings.add(
                CalibrationCheck.ALLOCATION,
                sized.setting(),
                ours.clientAllocBytesPerRecord().orElseThrow()
                        - bare.clientAllocBytesPerRecord().orElseThrow());
    }

    private static CalibrationCheck cpuCheck(SizedArm sized) {
        if (sized.arm() == Arm.MAX_RATE_EVERY_RECORD) {
            return CalibrationCheck.CPU_EVERY_RECORD;
        }
        return sized.size().equals("100") ? CalibrationCheck.CPU_SAMPLED_100 : CalibrationCheck.CPU_SAMPLED_1024;
    }
}
