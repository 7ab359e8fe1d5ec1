package io.producerbench.run;

import io.producerbench.environment.GitState;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import java.util.Map;

/** Plans of runs for tests. */
final class Plans {
    static final GitState GIT = new GitState("a31fb7a0123456789abcdef0123456789abcdef0", false);
    static final Provenance ORIGIN = new Provenance(GIT, "17.0.9", "4.3.1", "4.3.1");

    private Plans() {}

    static RunPlan of(RunKind kind, Object seed) {
        return RunPlan.of(kind, ORIGIN, Map.of("seed", seed));
    }

    /** Writes the plan and the environment of a run that has begun. */
    static RunPlan begin(RunKind kind, RunDirectory run) {
        RunPlan plan = of(kind, 42);
        plan.write(run);
        RunFile.writeJson(run.environment(), Map.of(RunPlan.HASH, plan.hash()));
        return plan;
    }
}
