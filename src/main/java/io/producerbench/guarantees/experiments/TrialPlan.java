package io.producerbench.guarantees.experiments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * The order of all trials.
 *
 * @param events in the order they are run; each is a list of cells that meet one fault together, or
 *     that have one fault each, one after the other
 */
public record TrialPlan(List<List<TrialCell>> events) {
    /** How many quick trials are prepared, and read back, at once. */
    private static final int PACK = 12;

    /**
     * Plans every cell as often as {@code trials} says. The order is drawn from {@code seed}, so
     * that effects of one fault on the next event do not always hit the same cell.
     */
    public static TrialPlan of(List<TrialCell> cells, ToIntFunction<TrialCell> trials, long seed) {
        Random random = new Random(seed);
        List<List<TrialCell>> events = new ArrayList<>();
        Map<Boolean, List<TrialCell>> byQuickness = cells.stream()
                .collect(Collectors.partitioningBy(cell -> cell.experiment().isQuick()));
        grouped(byQuickness.get(true), cell -> cell.experiment().name())
                .forEach(group -> events.addAll(packs(group, trials, random)));
        grouped(byQuickness.get(false), cell -> cell.experiment().sharedBy(cell))
                .forEach(group -> events.addAll(rounds(group, trials)));
        Collections.shuffle(events, random);
        return new TrialPlan(List.copyOf(events));
    }

    /** Returns the number of trials. */
    public int trials() {
        return events.stream().mapToInt(List::size).sum();
    }

    private static List<List<TrialCell>> packs(List<TrialCell> cells, ToIntFunction<TrialCell> trials, Random random) {
        List<TrialCell> all = new ArrayList<>();
        cells.forEach(cell -> all.addAll(Collections.nCopies(trials.applyAsInt(cell), cell)));
        Collections.shuffle(all, random);
        List<List<TrialCell>> packs = new ArrayList<>();
        for (int start = 0; start < all.size(); start += PACK) {
            packs.add(List.copyOf(all.subList(start, Math.min(start + PACK, all.size()))));
        }
        return packs;
    }

    private static List<List<TrialCell>> rounds(List<TrialCell> together, ToIntFunction<TrialCell> trials) {
        List<List<TrialCell>> rounds = new ArrayList<>();
        int most = together.stream().mapToInt(trials).max().orElse(0);
        for (int round = 1; round <= most; round++) {
            int number = round;
            rounds.add(together.stream()
                    .filter(cell -> trials.applyAsInt(cell) >= number)
                    .toList());
        }
        return rounds;
    }

    private static Collection<List<TrialCell>> grouped(List<TrialCell> cells, Function<TrialCell, String> key) {
        return cells.stream()
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()))
                .values();
    }
}
