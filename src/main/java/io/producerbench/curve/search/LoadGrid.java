package io.producerbench.curve.search;

import java.util.ArrayList;
import java.util.List;

/**
 * The loads that a search may try, in records per second, each about {@value #WIDTH} above the one
 * before (the goal width of RFC 9971).
 *
 * @param loads ascending, each once
 */
public record LoadGrid(List<Integer> loads) {
    /** How far a load lies above the one before, as a share. */
    static final double WIDTH = 0.05;

    /**
     * The lowest load, as a share of the closed-loop maximum. It is the lowest rate of the ladder,
     * because a goal that is reached there has a lower bound, however far below the maximum.
     */
    public static final double LEAST_SHARE = 0.10;

    /**
     * The highest load, as a share of the closed-loop maximum. It is above 1 because a single sample
     * in closed loop may have been disturbed.
     */
    public static final double MOST_SHARE = 1.5;

    public LoadGrid {
        loads = List.copyOf(loads);
        if (loads.isEmpty() || loads.get(0) < 1) {
            throw new IllegalArgumentException("expected loads of at least 1 record/s, got " + loads);
        }
    }

    /** Returns the loads around a closed-loop maximum, which is the prior of where the answer lies. */
    public static LoadGrid around(double maximum) {
        List<Integer> loads = new ArrayList<>();
        for (double share = LEAST_SHARE; share <= MOST_SHARE; share *= 1 + WIDTH) {
            int load = (int) Math.max(1, Math.round(maximum * share));
            if (loads.isEmpty() || load > loads.get(loads.size() - 1)) {
                loads.add(load);
            }
        }
        return new LoadGrid(loads);
    }

    int size() {
        return loads.size();
    }

    int load(int index) {
        return loads.get(index);
    }

    /**
     * Returns the place of a load.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    int index(int load) {
        int index = loads.indexOf(load);
        if (index < 0) {
            throw new IllegalArgumentException("expected one of the loads " + loads + ", got " + load);
        }
        return index;
    }

    /** Returns how many of the loads are not above this one. */
    int notAbove(int load) {
        return (int) loads.stream().filter(each -> each <= load).count();
    }

    /** Returns how many of the loads are below this one. */
    int below(int load) {
        return (int) loads.stream().filter(each -> each < load).count();
    }
}
