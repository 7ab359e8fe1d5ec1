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
import io.producerbench.results.ForkResult;
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
 * What measuring costs the client: our benchmark and the bare loop, each in a JVM of its own, against a stub broker that does
 * next to nothing, in a fresh random order in each block. Values are ratios within a block, so what the machine does
 * meanwhile hits both sides.
 */
final class HarnessCost {
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(2);
    private static final ForkIterations EFFORT =
            new ForkIterations(1, TimeValue.seconds(WARM_UP.toSeconds()), 1, TimeValue.seconds(MEASURED.toSeconds()));
    private static final List<String> SIZES = List.of("100", "1024");
    /**
     * With one partition a request carries one full batch, whoever sends. With more it carries as many batches as are ready,
     * which are about twice as many of a loop that never waits, and a request has a price of its own.
     */
    private static final String PARTITIONS = "1";

    private static final List<Arm> ARMS = List.of(Arm.BARE_LOOP, Arm.MAX_RATE, Arm.MAX_RATE_EVERY_RECORD);

    private final CalibrationContext rig;
    private final ArmLog log;
    private final Findings findings;

    HarnessCost(CalibrationContext rig, ArmLog log, Findings findings) {
        this.rig = rig;
        this.log = log;
        this.findings = findings;
    }

    /** One arm with one record size. */
    private record Cell(Arm arm, String size) {
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
        Random random = new Random(rig.seed());
        try (StubProcess stub = StubProcess.start(
                StubScript.prompt(Integer.parseInt(PARTITIONS)).withoutTruth(),
                CalibrationContext.classPath(),
                rig.scratch())) {
            for (int block = 1; block <= blocks; block++) {
                compare(block(block, random, stub.bootstrapServers()));
            }
        }
    }

    private Map<Cell, ArmReadings> block(int block, Random random, String bootstrapServers) {
        List<Cell> cells = new ArrayList<>();
        ARMS.forEach(arm -> SIZES.forEach(size -> cells.add(new Cell(arm, size))));
        Collections.shuffle(cells, random);
        Map<Cell, ArmReadings> readings = new HashMap<>();
        for (Cell cell : cells) {
            int order = readings.size() + 1;
            String topic = "calibration-" + block + "-" + order;
            log.take(
                            findings.run(),
                            new Step(block, order, cell.scenario()),
                            cell.arm(),
                            () -> run(cell, bootstrapServers, topic))
                    .ifPresent(given -> readings.put(cell, given));
        }
        return readings;
    }

    private ArmReadings run(Cell cell, String bootstrapServers, String topic) throws ForkFailure {
        if (cell.arm() != Arm.BARE_LOOP) {
            return ours(cell, bootstrapServers, topic);
        }
        try {
            BareLoopResult result = new BareLoopProcess(rig.java(), rig.scratch())
                    .run(cell.scenario(), rig.handover(bootstrapServers, topic), WARM_UP, MEASURED);
            findings.add(CalibrationCheck.RECORDS_PER_REQUEST, cell.setting(), result.recordsPerRequest());
            return readings(result);
        } catch (FailedStepException e) {
            throw new ForkFailure(e.getMessage(), e);
        }
    }

    private ArmReadings ours(Cell cell, String bootstrapServers, String topic) throws ForkFailure {
        Scenario scenario = cell.scenario();
        ForkResult measured = rig.measure(MaxRate.class, scenario, bootstrapServers, topic, EFFORT);
        try (LogEnd logEnd =
                LogEnd.replicated(bootstrapServers, topic, scenario.workload().partitions())) {
            long held = logEnd.sum().join();
            findings.add(
                    CalibrationCheck.RECORDS_PER_REQUEST,
                    cell.setting(),
                    measured.counts().metrics().recordsPerRequestAvg());
            findings.add(
                    CalibrationCheck.LOG_END_COUNT,
                    cell.setting(),
                    (double) measured.counts().totals().succeeded() - held);
            findings.add(
                    CalibrationCheck.LOG_END_RATE,
                    cell.setting(),
                    measured.clientRecordsPerSecondBetweenReadings() / measured.brokerRecordsPerSecond() - 1);
            return OurReadings.of(measured, OptionalLong.of(held));
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

    private void compare(Map<Cell, ArmReadings> block) {
        for (String size : SIZES) {
            ArmReadings bare = block.get(new Cell(Arm.BARE_LOOP, size));
            for (Arm arm : List.of(Arm.MAX_RATE, Arm.MAX_RATE_EVERY_RECORD)) {
                Cell cell = new Cell(arm, size);
                ArmReadings ours = block.get(cell);
                if (bare != null && ours != null) {
                    compare(cell, ours, bare);
                }
            }
        }
    }

    private void compare(Cell cell, ArmReadings ours, ArmReadings bare) {
        findings.add(
                CalibrationCheck.RATE_AGAINST_BARE_LOOP,
                cell.setting(),
                ours.logEndRecordsPerSecond().orElseThrow()
                        / bare.logEndRecordsPerSecond().orElseThrow());
        findings.add(
                cpuGoal(cell),
                cell.setting(),
                ours.clientCpuNanosPerRecord().orElseThrow()
                        / bare.clientCpuNanosPerRecord().orElseThrow());
        findings.add(
                CalibrationCheck.ALLOCATION,
                cell.setting(),
                ours.clientAllocBytesPerRecord().orElseThrow()
                        - bare.clientAllocBytesPerRecord().orElseThrow());
    }

    private static CalibrationCheck cpuGoal(Cell cell) {
        if (cell.arm() == Arm.MAX_RATE_EVERY_RECORD) {
            return CalibrationCheck.CPU_EVERY_RECORD;
        }
        return cell.size().equals("100") ? CalibrationCheck.CPU_SAMPLED_100 : CalibrationCheck.CPU_SAMPLED_1024;
    }
}
