package io.producerbench.curve;

import io.producerbench.curve.search.LatencyGoal;
import io.producerbench.failure.UsageException;
import io.producerbench.jmh.ForkIterations;
import io.producerbench.jmh.JmhArguments;
import io.producerbench.run.DiskNeed;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.scenario.PacingKind;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.ScenarioGrid;
import io.producerbench.sweep.Effort;
import io.producerbench.sweep.PlanCheck;
import io.producerbench.sweep.SweepPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What a curve will do, as far as it is decided before anything is started.
 *
 * @param scenarios the modes, in closed loop
 * @param leftOut what is not measured, each with the reason
 * @param effort its blocks are how often each rate of the ladder is measured
 */
public record CurvePlan(
        JmhArguments jmh, List<Scenario> scenarios, List<LatencyGoal> goals, List<String> leftOut, Effort effort) {
    /** The defaults besides the five modes: one record size, and the recommended minimum of in-sync replicas. */
    private static final Map<Axis, List<String>> USUAL =
            Map.of(Axis.RECORD_SIZE, List.of("1024"), Axis.MIN_INSYNC_REPLICAS, List.of("2"));

    /** A second less of warm-up than in a sweep, because a curve has some ninety trials. */
    private static final TimeValue WARM_UP = TimeValue.seconds(1);

    /** How many trials a search takes on average, measured on simulated clusters. */
    private static final int TRIALS_OF_A_SEARCH = 14;

    /** @throws UsageException if the request cannot be fulfilled */
    public static CurvePlan of(CurveRequest request) {
        JmhArguments jmh = JmhArguments.parse(request.sweep().jmhArguments());
        requireOwnChoice(jmh);
        ScenarioGrid grid = grid(jmh);
        SweepPlan.requirePower(
                grid,
                request.sweep().clusterKind().isControllable(),
                request.sweep().clusterKind().label());
        List<String> leftOut = new ArrayList<>();
        grid.impossible().forEach(settings -> leftOut.add("-p " + settings.reason()));
        List<Scenario> scenarios = new ArrayList<>();
        for (Scenario scenario : grid.scenarios()) {
            if (scenario.isRefused()) {
                leftOut.add(scenario.name() + ": the brokers refuse every record, so there is no rate");
            } else {
                scenarios.add(scenario);
            }
        }
        if (scenarios.isEmpty()) {
            throw new UsageException(
                    "nothing to measure: " + (leftOut.isEmpty() ? grid.whyEmpty() : String.join("; ", leftOut)));
        }
        Effort effort = effort(request, jmh.options());
        PlanCheck.require(scenarios, effort);
        return new CurvePlan(jmh, List.copyOf(scenarios), request.goals(), List.copyOf(leftOut), effort);
    }

    private static void requireOwnChoice(JmhArguments jmh) {
        if (!jmh.fileProfilers().isEmpty()) {
            throw new UsageException("-prof " + jmh.fileProfilers().get(0)
                    + ": a curve keeps no profiles; profile one rate in a sweep of its own");
        }
        if (jmh.chosen().containsKey(Axis.RATE)) {
            throw new UsageException(
                    "-p rate: a curve chooses its rates; leave it out, or measure one rate in a sweep");
        }
        if (!jmh.options().getIncludes().isEmpty()
                || !jmh.options().getExcludes().isEmpty()) {
            throw new UsageException(
                    "a curve needs both MaxRate and FixedRate, got a choice of benchmarks; leave it out");
        }
    }

    private static ScenarioGrid grid(JmhArguments jmh) {
        Map<Axis, List<String>> chosen = new EnumMap<>(Axis.class);
        chosen.putAll(USUAL);
        chosen.putAll(jmh.chosen());
        try {
            return ScenarioGrid.expand(chosen, Set.of(PacingKind.CLOSED_LOOP));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static Effort effort(CurveRequest request, CommandLineOptions options) {
        Effort usual = Effort.of(false, request.sweep().brokerWarmUpRounds(), options);
        ForkIterations each = usual.iterations();
        return new Effort(
                options.getForkCount().orElse(1),
                new ForkIterations(
                        each.warmupIterations(),
                        options.getWarmupTime().orElse(WARM_UP),
                        each.measurementIterations(),
                        each.measurementTime()),
                usual.brokerWarmUpRounds());
    }

    /** Returns the curves, of which nothing is measured yet. */
    List<ModeCurve> curves() {
        return scenarios.stream()
                .map(scenario -> new ModeCurve(scenario, goals, effort.blocks()))
                .toList();
    }

    /** Returns how much the brokers write before it is deleted. */
    public DiskNeed diskNeed() {
        return DiskNeed.of(scenarios, effort.iterations());
    }

    /** Returns about how many trials there will be. */
    public int trials() {
        return scenarios.stream().mapToInt(this::trials).sum();
    }

    private int trials(Scenario scenario) {
        boolean confirms = scenario.guarantee().acks().confirms();
        return 1 + ModeCurve.LADDER.size() * effort.blocks() + (confirms ? TRIALS_OF_A_SEARCH * goals.size() : 0);
    }

    /** Returns about how long the curve takes, the start of the brokers included. */
    public Duration duration() {
        List<Step> steps = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            for (int i = 0; i < trials(scenario); i++) {
                steps.add(new Step(1, steps.size() + 1, scenario));
            }
        }
        return effort.total(steps);
    }
}
