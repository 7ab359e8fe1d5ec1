package io.producerbench.sweep;

import io.producerbench.cluster.ClusterKind;
import io.producerbench.environment.WorkDirectory;
import io.producerbench.failure.UsageException;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.sample.MachineLimits;
import io.producerbench.run.Provenance;
import io.producerbench.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/**
 * Writes and reads {@code plan.json}: the request, and every cell that follows from it, in words.
 */
public final class PlanFile {
    private static final List<String> NEEDED =
            List.of("jmh_arguments", "broker_warm_up_rounds", "seed", "cluster_kind", "broker_version");

    private PlanFile() {}

    static Map<String, Object> of(SweepRequest request, SweepPlan plan, Provenance origin) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("schema_version", RunIdentity.SCHEMA_VERSION);
        origin.describe(file);
        file.put("jmh_arguments", request.jmhArguments());
        file.put("quick", request.quick());
        file.put("broker_warm_up_rounds", plan.effort().brokerWarmUpRounds());
        file.put("seed", plan.seed());
        file.put("cluster_kind", request.clusterKind().label());
        request.image().ifPresent(image -> file.put("image", image));
        file.put("most_others", request.limits().mostOthers());
        file.put("blocks", plan.effort().blocks());
        file.put(
                "warmup",
                plan.effort().iterations().warmupIterations() + " x "
                        + plan.effort().iterations().warmupTime());
        file.put(
                "measurement",
                plan.effort().iterations().measurementIterations() + " x "
                        + plan.effort().iterations().measurementTime());
        file.put(
                "scenarios",
                plan.grid().scenarios().stream().map(Scenario::name).toList());
        file.put("order", order(plan));
        file.put("refused", plan.grid().refused());
        file.put("equivalents", plan.grid().equivalents());
        file.put("impossible", plan.grid().impossible());
        return file;
    }

    /**
     * Returns the request of an unfinished run, to resume it.
     *
     * @throws UsageException if {@code directory} holds no unfinished run
     */
    public static SweepRequest resumable(Path directory, Path project) {
        RunDirectory run = new RunDirectory(directory.toAbsolutePath().normalize());
        if (!Files.exists(run.plan())) {
            throw new UsageException(
                    "--resume " + directory + ": there is no plan.json in it, so it is no run of a sweep");
        }
        if (Files.exists(run.summary())) {
            throw new UsageException("--resume " + directory + ": this run is complete, and results are never edited");
        }
        Map<?, ?> file = read(run);
        List<String> arguments = ((List<?>) file.get("jmh_arguments"))
                .stream().map(String::valueOf).toList();
        return new SweepRequest(
                arguments,
                Boolean.TRUE.equals(file.get("quick")),
                OptionalInt.of(((Number) file.get("broker_warm_up_rounds")).intValue()),
                ((Number) file.get("seed")).longValue(),
                ClusterKind.parse(String.valueOf(file.get("cluster_kind"))),
                String.valueOf(file.get("broker_version")),
                project,
                run.path().getParent(),
                Optional.of(run.path()),
                Optional.empty(),
                Optional.ofNullable(file.get("image")).map(String::valueOf),
                limits(file),
                WorkDirectory.usual());
    }

    private static MachineLimits limits(Map<?, ?> file) {
        return file.get("most_others") instanceof Number share
                ? MachineLimits.DEFAULT.withMostOthers(share.doubleValue())
                : MachineLimits.DEFAULT;
    }

    private static Map<?, ?> read(RunDirectory run) {
        try {
            Map<?, ?> file = RunDirectory.readJson(run.plan());
            if (NEEDED.stream().allMatch(file::containsKey)) {
                return file;
            }
        } catch (JacksonException e) {
            throw new UsageException(
                    "--resume " + run.path() + ": plan.json cannot be read: " + e.getOriginalMessage());
        }
        throw new UsageException("--resume " + run.path() + ": plan.json lacks one of " + NEEDED);
    }

    /**
     * @throws UsageException if the run began with another provenance, or its options give another
     *     plan now
     */
    static void requireSame(RunDirectory run, SweepPlan plan, Provenance origin) {
        Map<?, ?> file = read(run);
        origin.difference(file).ifPresent(difference -> {
            throw new UsageException("--resume " + run.path() + ": " + difference);
        });
        String now = order(plan).toString();
        if (!now.equals(String.valueOf(file.get("order")))) {
            throw new UsageException(
                    "--resume " + run.path() + ": its plan is not the one that its options give now; start anew");
        }
    }

    /** Returns the names of each block's scenarios in the order in which they run. */
    private static Map<Integer, List<String>> order(SweepPlan plan) {
        return plan.blocks().steps().stream()
                .collect(Collectors.groupingBy(
                        step -> step.block(),
                        LinkedHashMap::new,
                        Collectors.mapping(step -> step.scenario().name(), Collectors.toList())));
    }
}
