package io.producerbench.curve;

import io.producerbench.curve.search.LatencyGoal;
import io.producerbench.environment.Sha256;
import io.producerbench.jmh.ForkIterations;
import io.producerbench.run.Provenance;
import io.producerbench.run.RunKind;
import io.producerbench.run.RunPlan;
import io.producerbench.scenario.Scenario;
import io.producerbench.sweep.SweepRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Collects the content of {@code plan.json} for a curve. */
public final class CurvePlanFile {
    public static final String GOALS = "goals";
    public static final String JMH_ARGUMENTS = "jmh_arguments";
    public static final String WARM_UP_ROUNDS = "broker_warm_up_rounds";
    public static final String CLUSTER_KIND = "cluster_kind";
    public static final String IMAGE = "image";
    public static final String MOST_STEAL = "most_steal";
    public static final String MOST_OTHERS = "most_others";

    private CurvePlanFile() {}

    static RunPlan of(CurveRequest request, CurvePlan plan, Provenance origin) {
        SweepRequest sweep = request.sweep();
        ForkIterations iterations = plan.effort().iterations();
        Map<String, Object> file = new LinkedHashMap<>();
        file.put(GOALS, plan.goals().stream().map(LatencyGoal::text).toList());
        file.put(JMH_ARGUMENTS, sweep.jmhArguments());
        file.put(WARM_UP_ROUNDS, plan.effort().brokerWarmUpRounds());
        file.put("seed", sweep.seed());
        file.put(CLUSTER_KIND, sweep.clusterKind().label());
        sweep.image().ifPresent(image -> file.put(IMAGE, image));
        file.put(MOST_STEAL, request.dropRule().mostSteal());
        file.put(MOST_OTHERS, request.dropRule().limits().mostOthers());
        file.put("ladder_percent", ModeCurve.LADDER);
        file.put("ladder_blocks", plan.effort().blocks());
        file.put("warmup", iterations.warmupIterations() + " x " + iterations.warmupTime());
        file.put("measurement", iterations.measurementIterations() + " x " + iterations.measurementTime());
        file.put("scenarios", plan.scenarios().stream().map(Scenario::name).toList());
        file.put("left_out", plan.leftOut());
        file.put("settings_sha256", settings(plan));
        return RunPlan.of(RunKind.CURVE, origin, file);
    }

    /** Returns a digest of all settings of all scenarios, of which their names say only a part. */
    private static String settings(CurvePlan plan) {
        String all = plan.scenarios().stream()
                .map(scenario -> scenario.values().toString())
                .collect(Collectors.joining("\n"));
        return Sha256.of(all.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
