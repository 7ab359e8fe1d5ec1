package io.producerbench.guarantees;

import io.producerbench.guarantees.experiments.Experiment;
import io.producerbench.guarantees.experiments.TrialCell;
import io.producerbench.guarantees.experiments.TrialPlan;
import io.producerbench.text.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The trials that a run will make, in words: what {@code --dry-run} prints. */
public final class TrialPlanText {
    private TrialPlanText() {}

    /**
     * Returns a line for each experiment, and one for all of them.
     *
     * @param tier its label
     */
    public static String of(TrialPlan plan, String tier) {
        Map<Experiment, List<TrialCell>> trials = plan.events().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(TrialCell::experiment, TreeMap::new, Collectors.toList()));
        Table table = Table.of("id", "fault", "settings:", "trials:");
        trials.forEach((experiment, of) -> table.add(
                experiment.name(),
                experiment.fault(),
                String.valueOf(of.stream().distinct().count()),
                String.valueOf(of.size())));
        return table.plain() + "tier " + tier + ": " + plan.trials() + (plan.trials() == 1 ? " trial" : " trials")
                + "; README.md says how long the standard ones took\n";
    }
}
