package io.producerbench.sweep;

import io.producerbench.cluster.ClusterKind;
import io.producerbench.environment.Sha256;
import io.producerbench.environment.WorkDirectory;
import io.producerbench.failure.UsageException;
import io.producerbench.jmh.ForkIterations;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.sample.MachineLimits;
import io.producerbench.run.Provenance;
import io.producerbench.run.RunKind;
import io.producerbench.run.RunPlan;
import io.producerbench.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Writes and reads {@code plan.json}: the request, and every cell that follows from it, in words.
 */
public final class PlanFile {
    private PlanFile() {}

    static RunPlan of(SweepRequest request, SweepPlan plan, Provenance origin) {
        ForkIterations iterations = plan.effort().iterations();
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("jmh_arguments", request.jmhArguments());
        file.put("quick", request.quick());
        file.put("broker_warm_up_rounds", plan.effort().brokerWarmUpRounds());
        file.put("seed", plan.seed());
        file.put("cluster_kind", request.clusterKind().label());
        request.image().ifPresent(image -> file.put("image", image));
        file.put("most_others", request.limits().mostOthers());
        file.put("blocks", plan.effort().blocks());
        file.put("warmup", iterations.warmupIterations() + " x " + iterations.warmupTime());
        file.put("measurement", iterations.measurementIterations() + " x " + iterations.measurementTime());
        file.put(
                "scenarios",
                plan.grid().scenarios().stream().map(Scenario::name).toList());
        file.put("settings_sha256", settings(plan));
        file.put("order", order(plan));
        file.put("refused", plan.grid().refused());
        file.put("equivalents", plan.grid().equivalents());
        file.put("impossible", plan.grid().impossible());
        return RunPlan.of(RunKind.SWEEP, origin, file);
    }

    /** Returns a digest of all settings of all scenarios, of which their names say only a part. */
    private static String settings(SweepPlan plan) {
        String all = plan.grid().scenarios().stream()
                .map(scenario -> scenario.values().toString())
                .collect(Collectors.joining("\n"));
        return Sha256.of(all.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /**
     * Returns the request of an unfinished run, to resume it.
     *
     * @throws UsageException if {@code directory} holds no unfinished run
     */
    public static SweepRequest resumable(Path directory, Path project) {
        RunDirectory run = new RunDirectory(directory.toAbsolutePath().normalize());
        Map<?, ?> file = RunPlan.resumable(RunKind.SWEEP, run);
        return new SweepRequest(
                ((List<?>) file.get("jmh_arguments"))
                        .stream().map(String::valueOf).toList(),
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

    /** Returns the names of each block's scenarios in the order in which they run. */
    private static Map<Integer, List<String>> order(SweepPlan plan) {
        return plan.blocks().steps().stream()
                .collect(Collectors.groupingBy(
                        step -> step.block(),
                        LinkedHashMap::new,
                        Collectors.mapping(step -> step.scenario().name(), Collectors.toList())));
    }
}
