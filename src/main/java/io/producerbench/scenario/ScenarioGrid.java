package io.producerbench.scenario;

import io.producerbench.guarantee.Acks;
import io.producerbench.guarantee.Contradiction;
import io.producerbench.guarantee.Guarantee;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The product of the axes, without the combinations that cannot run or need not run twice. Each of
 * those has its reason.
 *
 * @param scenarios the scenarios to measure, without duplicates, in the order of the axes
 * @param refused combinations that the producer itself refuses
 * @param equivalents settings that cannot differ from one that is measured
 * @param impossible settings with which no sample can be taken
 */
public record ScenarioGrid(
        List<Scenario> scenarios, List<Refused> refused, List<Equivalent> equivalents, List<Impossible> impossible) {
    /** The most combinations that a grid is expanded to. */
    private static final long MOST_COMBINATIONS = 100_000;

    /** Settings with which no sample can be taken: how many cells they would be, and the reason. */
    public record Impossible(int cells, String reason) {}

    /** A combination that cannot run, and Kafka's own reason. */
    public record Refused(
            Acks acks, boolean enableIdempotence, boolean transactional, int maxInFlight, String reason) {}

    /**
     * A {@code min.insync.replicas} that is not measured on its own because {@code measuredAs}
     * cannot differ from it.
     */
    public record Equivalent(String mode, int minInsyncReplicas, int brokersDown, int measuredAs, String reason) {}

    /**
     * Expands {@code chosen}. An axis without chosen values takes its defaults.
     *
     * @throws IllegalArgumentException if an axis does not accept a value
     */
    public static ScenarioGrid expand(Map<Axis, List<String>> chosen, Set<PacingKind> pacings) {
        Set<Scenario> scenarios = new LinkedHashSet<>();
        Set<Refused> refused = new LinkedHashSet<>();
        Set<Equivalent> equivalents = new LinkedHashSet<>();
        Map<String, Integer> impossible = new LinkedHashMap<>();
        Map<Axis, List<String>> axes = complete(chosen);
        requireFew(axes);
        for (Map<Axis, String> combination : product(axes)) {
            var refusal = refusal(combination);
            if (refusal != null) {
                refused.add(refusal);
                continue;
            }
            Scenario paced = Scenario.of(combination);
            Optional<Equivalent> equivalent = equivalent(paced, axes.get(Axis.MIN_INSYNC_REPLICAS));
            if (equivalent.isPresent()) {
                equivalents.add(equivalent.get());
                continue;
            }
            // A scenario whose records are all refused has no pace, so it is measured once for
            // either kind.
            if (pacings.contains(PacingKind.CLOSED_LOOP) || paced.isRefused()) {
                combination.put(Axis.RATE, Scenario.UNPACED); // not paced.with(…), which samples every record
                add(Scenario.of(combination), scenarios, impossible);
            }
            if (pacings.contains(PacingKind.OPEN_LOOP) && !paced.isRefused()) {
                add(paced, scenarios, impossible);
            }
            if (pacings.contains(PacingKind.OPEN_LOOP_WITH_READERS) && !paced.isRefused()) {
                add(paced.with(Readers.BOTH_ISOLATION_LEVELS), scenarios, impossible);
            }
        }
        return new ScenarioGrid(
                List.copyOf(scenarios),
                List.copyOf(refused),
                List.copyOf(equivalents),
                impossible.entrySet().stream()
                        .map(reason -> new Impossible(reason.getValue(), reason.getKey()))
                        .toList());
    }

    private static void add(Scenario scenario, Set<Scenario> scenarios, Map<String, Integer> impossible) {
        Feasibility.problem(scenario)
                .ifPresentOrElse(reason -> impossible.merge(reason, 1, Integer::sum), () -> scenarios.add(scenario));
    }

    /** Refuses a product of axes that is too large to be measured, before it is built. */
    private static void requireFew(Map<Axis, List<String>> axes) {
        double combinations = axes.values().stream().mapToDouble(List::size).reduce(1, (one, other) -> one * other);
        if (combinations > MOST_COMBINATIONS) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "-p: the values make %.0f combinations, and more than %d cannot be measured; give fewer values",
                    combinations,
                    MOST_COMBINATIONS));
        }
    }

    /** Returns why nothing is left to measure. To be called only if no scenario is. */
    public String whyEmpty() {
        return impossible.isEmpty()
                ? "the producer refuses every combination asked for: "
                        + refused.get(0).reason()
                : "no sample can be taken: -p " + impossible.get(0).reason();
    }

    private static Map<Axis, List<String>> complete(Map<Axis, List<String>> chosen) {
        Map<Axis, List<String>> axes = new EnumMap<>(Axis.class);
        for (Axis axis : Axis.values()) {
            axes.put(
                    axis,
                    chosen.getOrDefault(axis, axis.defaults()).stream()
                            .map(axis::canonical)
                            .distinct()
                            .toList());
        }
        return axes;
    }

    private static List<Map<Axis, String>> product(Map<Axis, List<String>> axes) {
        List<Map<Axis, String>> combinations = List.of(new EnumMap<>(Axis.class));
        for (var axis : axes.entrySet()) {
            List<Map<Axis, String>> longer = new ArrayList<>();
            for (Map<Axis, String> combination : combinations) {
                for (String value : axis.getValue()) {
                    Map<Axis, String> extended = new EnumMap<>(combination);
                    extended.put(axis.getKey(), value);
                    longer.add(extended);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    private static Refused refusal(Map<Axis, String> combination) {
        Acks acks = Acks.parse(combination.get(Axis.ACKS));
        boolean idempotent = Boolean.parseBoolean(combination.get(Axis.ENABLE_IDEMPOTENCE));
        boolean transactional = Boolean.parseBoolean(combination.get(Axis.TRANSACTIONAL));
        int maxInFlight = Integer.parseInt(combination.get(Axis.MAX_IN_FLIGHT));
        return Contradiction.between(acks, idempotent, transactional, maxInFlight)
                .map(reason -> new Refused(acks, idempotent, transactional, maxInFlight, reason))
                .orElse(null);
    }

    /**
     * Returns the first of the minima that cannot differ from this scenario's; empty if that is its
     * own.
     */
    private static Optional<Equivalent> equivalent(Scenario scenario, List<String> minima) {
        Guarantee here = scenario.guarantee();
        if (here.acks() == Acks.ALL) {
            return Optional.empty();
        }
        return minima.stream()
                .mapToInt(Integer::parseInt)
                .filter(minimum -> scenario.with(Axis.MIN_INSYNC_REPLICAS, Integer.toString(minimum))
                                .isInvisible()
                        == scenario.isInvisible())
                .limit(1)
                .filter(first -> first != here.minInsyncReplicas())
                .mapToObj(first -> new Equivalent(
                        here.mode().label(), here.minInsyncReplicas(), scenario.brokersDown(), first, reason(scenario)))
                .findFirst();
    }

    private static String reason(Scenario scenario) {
        return "min.insync.replicas is not consulted for the acknowledgement when acks is not all"
                + (scenario.brokersDown() == 0
                        ? ""
                        : ", and " + scenario.liveReplicas()
                                + " live replicas are enough for consumers to see the records");
    }
}
