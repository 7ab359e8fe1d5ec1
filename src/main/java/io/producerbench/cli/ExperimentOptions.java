package io.producerbench.cli;

import io.producerbench.cluster.ClusterKind;
import io.producerbench.failure.UsageException;
import io.producerbench.guarantees.experiments.Experiment;
import io.producerbench.guarantees.experiments.ExperimentMatrix;
import io.producerbench.guarantees.experiments.Tier;
import io.producerbench.guarantees.experiments.TrialCell;
import io.producerbench.guarantees.experiments.TrialPlan;
import io.producerbench.run.Progress;
import io.producerbench.text.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which experiments are tried, and how often. */
final class ExperimentOptions {
    /** More would take months. */
    private static final int MOST_TRIALS = 10_000;

    @Option(
            names = "--tier",
            paramLabel = "TIER",
            description = "How often everything is tried: smoke, standard, release or nightly (default: standard).")
    private String tier = Tier.STANDARD.label();

    @Option(
            names = "--only",
            paramLabel = "ID",
            split = ",",
            description = "Only these experiments, for instance C5 or C10,C14.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--trials", paramLabel = "N", description = "Trials of every cell, instead of the tier's numbers.")
    private Integer trials;

    /** Returns what is given, for the plan of the run. */
    Map<String, Object> asked() {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("tier", tier);
        asked.put("only", only);
        asked.put("trials", trials);
        return asked;
    }

    /** Takes what the plan of a stopped run has. */
    void resume(Map<?, ?> plan) {
        tier = String.valueOf(plan.get("tier"));
        only = ((List<?>) plan.get("only")).stream().map(String::valueOf).toList();
        trials = (Integer) plan.get("trials");
    }

    Tier tier() {
        return Arrays.stream(Tier.values())
                .filter(known -> known.label().equals(tier))
                .findFirst()
                .orElseThrow(() -> new UsageException("--tier: expected "
                        + Arrays.stream(Tier.values()).map(Tier::label).collect(Collectors.joining(", "))
                        + ", got: " + tier
                        + NearestName.hint(
                                tier,
                                Arrays.stream(Tier.values()).map(Tier::label).toList())));
    }

    /**
     * Returns the trials on brokers of this kind.
     *
     * @param notices is told of each experiment that cannot be tried on them, with the reason
     */
    TrialPlan plan(ClusterKind kind, long seed, Progress notices) {
        Tier chosen = tier();
        List<TrialCell> cells = possible(wanted(), kind, notices);
        if (trials != null && (trials < 1 || trials > MOST_TRIALS)) {
            throw new UsageException("--trials: expected 1 to " + MOST_TRIALS + ", got: " + trials);
        }
        TrialPlan plan = TrialPlan.of(
                cells, cell -> trials != null && chosen.trials(cell) > 0 ? trials : chosen.trials(cell), seed);
        if (plan.trials() == 0) {
            throw new UsageException("--only: expected an experiment of tier " + chosen.label() + ", got: "
                    + String.join(",", only) + "; --tier standard has all");
        }
        return plan;
    }

    private List<TrialCell> wanted() {
        Set<Experiment> wanted = EnumSet.noneOf(Experiment.class);
        only.forEach(id -> wanted.addAll(named(id)));
        return ExperimentMatrix.cells().stream()
                .filter(cell -> only.isEmpty() || wanted.contains(cell.experiment()))
                .toList();
    }

    private static List<Experiment> named(String id) {
        List<Experiment> named = List.copyOf(Experiment.named(id));
        if (named.isEmpty()) {
            List<String> ids =
                    Arrays.stream(Experiment.values()).map(Experiment::name).toList();
            throw new UsageException("--only: there is no experiment '" + id + "'"
                    + NearestName.of(id.toUpperCase(Locale.ROOT), ids)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse("; there are " + String.join(", ", ids)));
        }
        return named;
    }

    private List<TrialCell> possible(List<TrialCell> wanted, ClusterKind kind, Progress notices) {
        List<TrialCell> possible =
                wanted.stream().filter(cell -> cell.refusedBy(kind).isEmpty()).toList();
        if (possible.isEmpty()) {
            throw new UsageException("--only " + String.join(",", only) + ": "
                    + wanted.get(0).refusedBy(kind).orElseThrow());
        }
        wanted.stream()
                .filter(cell -> cell.refusedBy(kind).isPresent())
                .map(cell -> cell.experiment()
                        + (cell.variant().isEmpty() ? "" : " (" + cell.variant() + ")")
                        + " is not tried: " + cell.refusedBy(kind).orElseThrow())
                .distinct()
                .forEach(notices::report);
        return possible;
    }
}
