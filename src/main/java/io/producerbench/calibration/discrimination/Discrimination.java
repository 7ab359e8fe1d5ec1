package io.producerbench.calibration.discrimination;

import io.producerbench.calibration.CalibrationContext;
import io.producerbench.calibration.Scenarios;
import io.producerbench.calibration.stub.StubProcess;
import io.producerbench.calibration.stub.StubScript;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.jmh.JmhArguments;
import io.producerbench.load.ClientVersion;
import io.producerbench.load.ProducerSettings;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunIdentity;
import io.producerbench.run.EnvironmentReport;
import io.producerbench.run.RunGuard;
import io.producerbench.run.RunStart;
import io.producerbench.run.StartNotices;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import io.producerbench.text.Durations;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Measures hundreds of comparisons against a stub broker. The right outcome of each is known.
 * {@link DiscriminationTable} computes the outcomes from the blocks that this writes.
 */
public record Discrimination(DiscriminationRequest request, RunGuard guard) {
    private static final Duration SLOT = Duration.ofMillis(1);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    /**
     * Small records in large batches to one partition. Then most of a record's CPU time is spent in
     * the client and little in the kernel, whose CPU time varies more.
     */
    private static final Map<Axis, String> WORKLOAD =
            Map.of(Axis.RECORD_SIZE, "100", Axis.BATCH_SIZE, "65536", Axis.PARTITIONS, "1");

    private static final int SLOTS_OF_BLOCK = 2 * SlotConfig.PAIRS_OF_BLOCK;

    /** The time around a slot: it waits for the last acknowledgement and reads clocks. */
    private static final Duration AROUND_SLOT = Duration.ofNanos(400_000);

    /**
     * The directory that holds the blocks, and the facts that each row computed from them repeats.
     */
    public record DiscriminationResult(RunDirectory directory, RunIdentity run, Instant startedAt) {}

    /** Returns about how long so many comparisons take. */
    public static Duration about(int comparisons, int blocks) {
        return WARM_UP.plus(
                SLOT.plus(AROUND_SLOT).multipliedBy(SLOTS_OF_BLOCK * SlotConfig.measured((long) comparisons * blocks)));
    }

    /**
     * Measures. Whatever happens, every process it started is gone when it returns or throws.
     *
     * @throws EnvironmentException if this machine cannot do it
     */
    public DiscriminationResult run() {
        StartNotices.ofJvms(guard);
        RunStart start = RunStart.withForks(guard, request.project());
        RunDirectory directory =
                guard.made(RunDirectory.create(request.results(), start.runId(), RunDirectory.SCRATCH));
        Path scratch = directory.scratch().toAbsolutePath();
        CalibrationContext context =
                new CalibrationContext(JmhArguments.parse(List.of()), start.jvm(), directory, request.seed(), guard);
        Scenario scenario = Scenarios.acksAll(Scenario.UNPACED, WORKLOAD);
        environment(start, scenario).write(directory);
        try (StubProcess stub = StubProcess.start(
                StubScript.prompt(scenario.workload().partitions()).withoutTruth(),
                CalibrationContext.classPath(),
                scratch)) {
            SlotConfig config = new SlotConfig(
                    directory.path().getFileName().toString(),
                    scenario,
                    context.forkConfig(stub.bootstrapServers(), "discrimination"),
                    request.planted(),
                    request.blocks(),
                    SLOT,
                    WARM_UP);
            guard.report(config.comparisons() + " comparisons of " + request.blocks() + " blocks, about "
                    + Durations.text(about(config.comparisons(), request.blocks())));
            new SlotProcess(context.java(), scratch)
                    .run(
                            config,
                            directory.discriminationBlocks().toAbsolutePath(),
                            done -> guard.passing(done + " of " + config.comparisons() + " comparisons"));
        }
        return new DiscriminationResult(directory, start.identity(directory, "stub", "", request.seed()), start.at());
    }

    private EnvironmentReport environment(RunStart start, Scenario scenario) {
        return EnvironmentReport.of(start)
                .with("jvm_flags", Map.of("fork", start.jvm().flags(List.of())))
                .with(
                        "client",
                        Map.of("version", ClientVersion.read(), "settings", ProducerSettings.effective(scenario)))
                .with("planted", request.planted())
                .with("blocks", request.blocks())
                .with("slot_ms", SLOT.toMillis())
                .with("seed", request.seed());
    }
}
