package io.producerbench.report.page;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.GuaranteeCell;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the cheapest setting that kept what a reader asks for, in these trials and at this price.
 *
 * @param costs of one record size and setting; empty without a sweep
 */
record Chooser(List<GuaranteeCell> cells, List<ModeCost> costs) {
    private static final int ADVISED_MINIMUM = 2;

    /**
     * Returns the cheapest setting that kept all of these; empty if none did. One that kept them
     * only under a condition comes after those that need none. Of one mode the minimum counts that
     * was tried most, because it is known best. Of modes whose rates may be equal the one that
     * promises least counts, because noise must not choose.
     */
    Optional<Choice> cheapest(Set<Promise> promises) {
        List<Choice> choices = choices(promises);
        return cheapest(choices, Choice::isKept).or(() -> cheapest(choices, Choice::isPossible));
    }

    private static Optional<Choice> cheapest(List<Choice> choices, Predicate<Choice> wanted) {
        return Stream.of(Mode.values())
                .flatMap(mode -> choices.stream()
                        .filter(choice -> choice.mode() == mode)
                        .filter(wanted)
                        .max(Comparator.comparing(Choice::trials))
                        .stream())
                .reduce((best, next) -> next.isFasterThan(best) ? next : best);
    }

    private List<Choice> choices(Set<Promise> promises) {
        return settings().stream()
                .map(setting -> new Choice(
                        setting.mode(),
                        setting.minInsyncReplicas(),
                        promises.stream()
                                .map(promise ->
                                        Standing.of(promise, setting.mode(), setting.minInsyncReplicas(), cells))
                                .toList(),
                        setting.cost()))
                .toList();
    }

    private Set<Choice> settings() {
        Set<Choice> settings = new LinkedHashSet<>();
        cells.forEach(cell -> settings.add(setting(cell.mode(), cell.minInsyncReplicas())));
        return settings;
    }

    private Choice setting(Mode mode, int minimum) {
        return new Choice(mode, minimum, List.of(), cost(mode, minimum));
    }

    /** A mode that does not consult the minimum costs the same at each. */
    private Optional<ModeCost> cost(Mode mode, int minimum) {
        return costs.stream()
                .filter(cost -> cost.mode() == mode)
                .filter(cost -> !mode.consultsMinInsyncReplicas() || cost.cost().minInsyncReplicas() == minimum)
                .findFirst();
    }

    /**
     * Returns each mode once, at the minimum that was tried most; without trials, at 2 if that was
     * measured, because it is what the documents advise, and else at the smallest.
     */
    List<Choice> modes() {
        List<Choice> all = cells.isEmpty()
                ? costs.stream()
                        .map(cost -> setting(cost.mode(), cost.cost().minInsyncReplicas()))
                        .toList()
                : List.copyOf(settings());
        return Stream.of(Mode.values())
                .flatMap(mode -> all.stream()
                        .filter(choice -> choice.mode() == mode)
                        .max(Comparator.comparing((Choice choice) -> trials(choice.mode(), choice.minInsyncReplicas()))
                                .thenComparing(choice -> choice.minInsyncReplicas() == ADVISED_MINIMUM)
                                .thenComparing(Choice::minInsyncReplicas, Comparator.reverseOrder()))
                        .stream())
                .toList();
    }

    private long trials(Mode mode, int minimum) {
        return cells.stream()
                .filter(cell -> cell.mode() == mode && cell.minInsyncReplicas() == minimum)
                .mapToLong(cell -> cell.trials().valid())
                .sum();
    }
}
