package io.producerbench.experiments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;

/**
 * What is tried in which order.
 *
 * @param events each a set of cells that meet one fault together, in the order they are run
 */
public record TrialPlan(List<List<Cell>> events) {
    /** Every cell as often as {@code trials} says, in an order drawn from {@code seed}: a fault must not leak into what follows. */
    public static TrialPlan of(List<Cell> cells, ToIntFunction<Cell> trials, long seed) {
        List<List<Cell>> events = new ArrayList<>();
        for (List<Cell> together : together(cells)) {
            int most = together.stream().mapToInt(trials).max().orElse(0);
            for (int round = 1; round <= most; round++) {
                int number = round;
                events.add(together.stream()
                        .filter(cell -> trials.applyAsInt(cell) >= number)
                        .toList());
            }
        }
        Collections.shuffle(events, new Random(seed));
        return new TrialPlan(List.copyOf(events));
    }

    /** How many trials there are. */
    public int trials() {
        return events.stream().mapToInt(List::size).sum();
    }

    private static Collection<List<Cell>> together(List<Cell> cells) {
        Map<String, List<Cell>> groups = new LinkedHashMap<>();
        for (Cell cell : cells) {
            groups.computeIfAbsent(cell.experiment().sharedBy(cell), key -> new ArrayList<>())
                    .add(cell);
        }
        return groups.values();
    }
}
