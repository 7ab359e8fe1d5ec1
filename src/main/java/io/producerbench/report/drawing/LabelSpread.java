package io.producerbench.report.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Moves labels apart that would overlap. */
public final class LabelSpread {
    private LabelSpread() {}

    /**
     * Returns a place for each wish, in the order of the wishes. Neighbours are at least
     * {@code distance} apart and none changes sides with another; together the places are as near
     * to the wishes as possible, by the sum of squares. All lie between {@code low} and
     * {@code high} if they fit there; otherwise they begin at {@code low}.
     */
    public static List<Double> spread(List<Double> wishes, double distance, double low, double high) {
        List<Integer> order = IntStream.range(0, wishes.size())
                .boxed()
                .sorted(Comparator.comparing(wishes::get))
                .toList();
        List<Touching> groups = new ArrayList<>();
        for (int rank = 0; rank < order.size(); rank++) {
            // Taking the distances out turns "apart" into "not falling", which groups of neighbours solve.
            groups.add(new Touching(wishes.get(order.get(rank)) - rank * distance, 1));
            while (groups.size() > 1 && last(groups, 2).mean() > last(groups, 1).mean()) {
                Touching joined = last(groups, 2).with(last(groups, 1));
                groups.subList(groups.size() - 2, groups.size()).clear();
                groups.add(joined);
            }
        }
        double ceiling = Math.max(low, high - (wishes.size() - 1) * distance);
        Double[] places = new Double[wishes.size()];
        int rank = 0;
        for (Touching group : groups) {
            double base = Math.min(ceiling, Math.max(low, group.mean()));
            for (int i = 0; i < group.size(); i++, rank++) {
                places[order.get(rank)] = base + rank * distance;
            }
        }
        return List.of(places);
    }

    private static Touching last(List<Touching> groups, int back) {
        return groups.get(groups.size() - back);
    }

    /** Neighbours that touch each other, and the mean of their wishes. */
    private record Touching(double mean, int size) {
        Touching with(Touching next) {
            int both = size + next.size;
            return new Touching((mean * size + next.mean * next.size) / both, both);
        }
    }
}
