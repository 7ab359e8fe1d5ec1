package io.producerbench.guarantees;

import io.producerbench.guarantees.experiments.TrialCell;
import io.producerbench.run.Provenance;
import io.producerbench.run.RunKind;
import io.producerbench.run.RunPlan;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects the content of {@code plan.json} for a guarantees run. */
final class GuaranteesPlanFile {
    private GuaranteesPlanFile() {}

    static RunPlan of(GuaranteesRequest request, Provenance origin) {
        Map<String, Object> file = new LinkedHashMap<>(request.asked());
        file.put("seed", request.seed());
        file.put("planned_trials", request.plan().trials());
        file.put(
                "order",
                request.plan().events().stream()
                        .map(event -> event.stream().map(TrialCell::name).toList())
                        .toList());
        return RunPlan.of(RunKind.GUARANTEES, origin, file);
    }
}
