package io.producerbench.suite;

import io.producerbench.results.CsvTable;
import io.producerbench.results.GitState;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.Status;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.suite.SampleRunner.Sample;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;

/**
 * How far a run has come, as its directory tells: {@code plan.json} says what was to be done, {@code samples.csv} what was.
 * JMH's own results are kept in the scratch directory until the run is complete, so that a resumed run can report them all.
 */
final class RunState {
    private final RunDirectory directory;
    private final SweepPlan plan;

    private RunState(RunDirectory directory, SweepPlan plan) {
        this.directory = directory;
        this.plan = plan;
    }

    /**
     * A new run, or the one that is to be resumed.
     *
     * @throws UsageException if the run to be resumed was not this plan's
     */
    static RunState open(SweepRequest request, SweepPlan plan, GitState git) {
        if (request.resumed().isPresent()) {
            RunDirectory directory = new RunDirectory(request.resumed().get());
            PlanFile.requireSame(directory, request, plan, git);
            RunState resumed = new RunState(directory, plan);
            createDirectories(resumed.jmhDirectory());
            if (Files.exists(directory.samples())) {
                CsvTable.cutTornRow(directory.samples());
            }
            return resumed;
        }
        String runId = RunDirectory.runId(Instant.now(), git);
        RunDirectory directory = RunDirectory.create(request.results(), runId);
        RunState state = new RunState(directory, plan);
        createDirectories(state.jmhDirectory());
        directory.writeJson(directory.plan(), PlanFile.of(request, plan, git));
        return state;
    }

    RunDirectory directory() {
        return directory;
    }

    String runId() {
        return directory.path().getFileName().toString();
    }

    /** {@code environment.json}; when resumed a further one, because the circumstances are no longer the same. */
    Path environmentFile() {
        Path file = directory.environment();
        for (int part = 2; Files.exists(file); part++) {
            file = directory.path().resolve("environment-" + part + ".json");
        }
        return file;
    }

    Path handoverFile() {
        return directory.scratch().resolve("handover.properties").toAbsolutePath();
    }

    private Path jmhDirectory() {
        return directory.scratch().resolve("jmh");
    }

    /** The steps that have no row yet, in order. */
    List<Step> left() {
        Set<String> done = new HashSet<>();
        rows().forEach(row -> done.add(row.get("block") + "/" + row.get("order_in_block")));
        return plan.blocks().steps().stream()
                .filter(step -> !done.contains(step.block() + "/" + step.orderInBlock()))
                .toList();
    }

    List<String> notOkSoFar() {
        return rows().stream()
                .filter(row -> !row.get("status").equals("OK"))
                .map(row -> "block " + row.get("block") + " cell " + row.get("order_in_block") + " " + row.get("status")
                        + ": " + row.get("status_reason"))
                .toList();
    }

    private List<Map<String, String>> rows() {
        return Files.exists(directory.samples()) ? CsvTable.read(directory.samples()) : List.of();
    }

    void append(Sample sample) {
        Step step = sample.row().step();
        // A sample that is not OK is no part of JMH's report either: JMH knows no status and would average it in.
        sample.jmh()
                .filter(result -> sample.row().status() == Status.OK)
                .ifPresent(result -> write(
                        jmhDirectory()
                                .resolve(
                                        String.format(Locale.ROOT, "%04d-%04d.ser", step.block(), step.orderInBlock())),
                        result));
        directory.append(sample.row());
    }

    List<RunResult> jmhResults() {
        List<RunResult> results = new ArrayList<>();
        try (Stream<Path> files = Files.list(jmhDirectory())) {
            for (Path file : files.sorted().toList()) {
                results.add(read(file));
            }
            return results;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a run that has no sample yet, so that a failed start leaves nothing behind. */
    void discardIfEmpty() {
        if (!Files.exists(directory.samples())) {
            try (Stream<Path> files = Files.walk(directory.path())) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Removes what only an unfinished run needs. */
    void discardUnfinished() {
        try (Stream<Path> files = Files.list(jmhDirectory())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(jmhDirectory());
            Files.deleteIfExists(handoverFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, RunResult result) {
        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(file))) {
            out.writeObject(result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunResult read(Path file) {
        try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
            return (RunResult) in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a result of another version: " + file, e);
        }
    }

    private static void createDirectories(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
