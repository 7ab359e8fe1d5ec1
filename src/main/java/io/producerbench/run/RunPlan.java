package io.producerbench.run;

import io.producerbench.environment.Sha256;
import io.producerbench.failure.UsageException;
import io.producerbench.results.ResultFileException;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import io.producerbench.results.RunIdentity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code plan.json} says: everything that decides what a run measures. A run that goes on must
 * have the same, because its rows would be of two plans otherwise.
 *
 * @param decided by key, in the order of the file, and without the hash
 */
public record RunPlan(RunKind kind, Provenance origin, Map<String, Object> decided) {
    /** The key of the hash in {@code plan.json} and in {@code environment.json}. */
    public static final String HASH = "plan_hash";

    private static final String COMMAND = "command";
    private static final String ANEW = "; restore the file as the run wrote it, or start anew";

    /** Returns the plan of this origin. */
    public static RunPlan of(RunKind kind, Provenance origin, Map<String, Object> decided) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("schema_version", RunIdentity.SCHEMA_VERSION);
        all.put(COMMAND, kind.command());
        origin.describe(all);
        all.putAll(decided);
        return new RunPlan(kind, origin, all);
    }

    /** Returns the SHA-256 digest of all that is decided. */
    public String hash() {
        return hash(RunFile.asRead(decided));
    }

    /** Returns the digest of what a file says beside the digest. */
    private static String hash(Map<?, ?> file) {
        Map<Object, Object> decided = new LinkedHashMap<>(file);
        decided.remove(HASH);
        return Sha256.of(RunFile.json(decided).getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** Returns the content of the file. */
    public Map<String, Object> file() {
        Map<String, Object> file = new LinkedHashMap<>(decided);
        file.put(HASH, hash());
        return file;
    }

    /**
     * Returns the directory of a new run with this plan in it, or that of the run that goes on.
     *
     * @param resumed the run that goes on; empty for a new one
     * @throws UsageException if that run began with another plan
     */
    public RunDirectory begin(RunGuard guard, Optional<Path> resumed, Path results, String runId) {
        if (resumed.isPresent()) {
            RunDirectory run = guard.resumes(new RunDirectory(resumed.get()));
            requireSame(run);
            return run;
        }
        RunDirectory run = guard.made(RunDirectory.create(results, runId, RunDirectory.SCRATCH));
        write(run);
        return run;
    }

    public void write(RunDirectory run) {
        RunFile.writeJson(run.plan(), file());
    }

    /**
     * Returns what the plan of an unfinished run says.
     *
     * @throws UsageException if {@code directory} holds no run of this kind that can go on
     */
    public static Map<?, ?> resumable(RunKind kind, RunDirectory run) {
        if (!Files.exists(run.plan())) {
            throw refused(
                    run,
                    "there is no plan.json in it, so it is no run that can go on"
                            + RunKind.of(run)
                                    .map(found -> "; its rows are of " + found.command()
                                            + ": restore its plan.json, or start anew")
                                    .orElse(""));
        }
        Map<?, ?> file = read(run, run.plan());
        Object command = file.get(COMMAND);
        if (command == null || !(file.get(HASH) instanceof String)) {
            throw refused(
                    run,
                    "its plan.json lacks " + (command == null ? COMMAND : HASH) + ", so an older version of"
                            + " this program began it; go on with that version, or start anew");
        }
        if (!hash(file).equals(file.get(HASH))) {
            throw refused(run, "plan.json is not as the run wrote it: its " + HASH + " is of another content" + ANEW);
        }
        if (!command.equals(kind.command())) {
            throw refused(run, "it is a run of " + command + "; " + GoOn.with(String.valueOf(command), run.path()));
        }
        if (run.isComplete()) {
            throw refused(run, "this run is complete: nothing is left to measure, and results are never edited");
        }
        return file;
    }

    /**
     * Throws unless the run in this directory began with this plan.
     *
     * @throws UsageException with the first thing that is different, and the cure
     */
    public void requireSame(RunDirectory run) {
        Map<?, ?> file = read(run, run.plan());
        origin.difference(file).ifPresent(difference -> {
            throw refused(run, difference);
        });
        difference(file).ifPresent(difference -> {
            throw refused(run, "its plan is not the one that its options give now: " + difference + "; start anew");
        });
        requireEnvironment(run);
    }

    private Optional<String> difference(Map<?, ?> file) {
        Map<?, ?> now = RunFile.asRead(file());
        Set<Object> keys = new LinkedHashSet<>(now.keySet());
        keys.addAll(file.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(now.get(key), file.get(key)))
                .findFirst()
                .map(key -> key + " is " + file.get(key) + ", and its options now give " + now.get(key));
    }

    /** Throws if the run has rows and not the circumstances under which they were measured. */
    private void requireEnvironment(RunDirectory run) {
        if (!Files.exists(kind.rows(run))) {
            return;
        }
        if (!Files.exists(run.environment())) {
            throw refused(run, "environment.json is gone, which says how its rows were measured" + ANEW);
        }
        if (!hash().equals(read(run, run.environment()).get(HASH))) {
            throw refused(run, "environment.json: its " + HASH + " is not that of plan.json" + ANEW);
        }
    }

    private static Map<?, ?> read(RunDirectory run, Path file) {
        try {
            return RunFile.readJson(file);
        } catch (ResultFileException e) {
            throw refused(
                    run,
                    e.getMessage().replace(file.toString(), file.getFileName().toString()) + ", or start anew");
        }
    }

    private static UsageException refused(RunDirectory run, String reason) {
        return new UsageException("--resume " + run.path() + ": " + reason);
    }
}
