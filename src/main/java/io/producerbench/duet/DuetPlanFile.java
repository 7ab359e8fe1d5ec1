package io.producerbench.duet;

import io.producerbench.duet.DuetBuilds.Ready;
import io.producerbench.environment.Sha256;
import io.producerbench.jmh.ForkIterations;
import io.producerbench.run.EnvironmentReport;
import io.producerbench.run.Provenance;
import io.producerbench.run.RunKind;
import io.producerbench.run.RunPlan;
import io.producerbench.stats.Looks;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Collects the content of {@code plan.json} for a duet. */
public final class DuetPlanFile {
    public static final String ARMS = "arms";
    public static final String JMH_ARGUMENTS = "jmh_arguments";
    public static final String WARM_UP_ROUNDS = "broker_warm_up_rounds";
    public static final String AGAINST = "against";
    public static final String LOOKS = "looks";
    public static final String MOST_STEAL = "most_steal";
    public static final String MOST_OTHERS = "most_others";

    private DuetPlanFile() {}

    static RunPlan of(DuetRequest request, DuetPlan plan, Looks looks, List<Ready> arms, Provenance origin) {
        ForkIterations iterations = plan.effort().iterations();
        Map<String, Object> file = new LinkedHashMap<>();
        file.put(ARMS, List.of(plan.base().text(), plan.other().text()));
        file.put("arm_code", arms.stream().map(DuetPlanFile::code).toList());
        file.put(AGAINST, request.against().label());
        file.put(JMH_ARGUMENTS, request.jmhArguments());
        file.put(WARM_UP_ROUNDS, plan.effort().brokerWarmUpRounds());
        file.put("seed", request.seed());
        file.put(LOOKS, looks.pairs());
        file.put("alpha", looks.alpha());
        file.put(MOST_STEAL, request.dropRule().mostSteal());
        file.put(MOST_OTHERS, request.dropRule().limits().mostOthers());
        file.put("most_blocks", plan.mostBlocks());
        file.put("warmup", iterations.warmupIterations() + " x " + iterations.warmupTime());
        file.put("measurement", iterations.measurementIterations() + " x " + iterations.measurementTime());
        file.put(
                "scenarios",
                plan.scenarios().stream().map(both -> both.base().name()).toList());
        file.put("settings_sha256", settings(plan));
        return RunPlan.of(RunKind.DUET, origin, file);
    }

    private static Map<String, Object> code(Ready arm) {
        Map<String, Object> code = new LinkedHashMap<>();
        code.put("commit", arm.commit());
        code.put("client_version", arm.clientVersion().orElse(""));
        code.put("broker_version", arm.brokerVersion());
        code.put("jar_sha256", arm.jar().map(EnvironmentReport::digest).orElse(""));
        return code;
    }

    /** Returns a digest of all settings of both arms, of which names say only a part. */
    private static String settings(DuetPlan plan) {
        String all = plan.scenarios().stream()
                .map(both -> both.base().values() + " " + both.other().values())
                .collect(Collectors.joining("\n"));
        return Sha256.of(all.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
