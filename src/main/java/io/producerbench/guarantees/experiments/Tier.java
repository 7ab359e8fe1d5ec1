package io.producerbench.guarantees.experiments;

import io.producerbench.guarantee.Mode;
import io.producerbench.guarantee.Verdict;
import io.producerbench.guarantees.experiments.Experiment.TrialCost;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How many trials a run makes of each cell. If a guarantee held N times, N alone bounds what can be
 * said of it.
 */
public enum Tier {
    /** The key cells once, to show that everything works. */
    SMOKE(1, 1, 1, 1, 1),
    /** Half an hour on two cores. 0 of 10 is at most 25.9 %, 0 of 30 at most 9.5 %. */
    STANDARD(5, 10, 10, 10, 30),
    /**
     * For results that are cited: the headline cells are bounded by 4.95 % (0 of 59) and 0.99 % (0
     * of 300).
     */
    RELEASE(10, 30, 30, 59, 300),
    /** As many trials for every cell, except for cells in which an anomaly must show. */
    NIGHTLY(59, 30, 300, 59, 300);

    private static final Set<Experiment> KEY = EnumSet.of(
            Experiment.C1,
            Experiment.C2,
            Experiment.C5,
            Experiment.C8,
            Experiment.C9,
            Experiment.C10,
            Experiment.C13,
            Experiment.C14,
            Experiment.C16,
            Experiment.C17,
            Experiment.C20);

    /** With a minimum of 3 one dead broker is enough to be below it, with 2 it takes two. */
    private static final Set<Experiment> BELOW_THE_MINIMUM = EnumSet.of(Experiment.C8, Experiment.C9);

    private final int kill;
    private final int cheapThatShows;
    private final int cheapThatHolds;
    private final int headlineKill;
    private final int headlineCheap;

    Tier(int kill, int cheapThatShows, int cheapThatHolds, int headlineKill, int headlineCheap) {
        this.kill = kill;
        this.cheapThatShows = cheapThatShows;
        this.cheapThatHolds = cheapThatHolds;
        this.headlineKill = headlineKill;
        this.headlineCheap = headlineCheap;
    }

    /** Returns the number of trials of this cell, 0 if this tier leaves it out. */
    public int trials(TrialCell cell) {
        if (this == SMOKE && (!KEY.contains(cell.experiment()) || isBesideTheKey(cell))) {
            return 0;
        }
        boolean headline = isHeadline(cell);
        if (cell.experiment().cost() == TrialCost.KILL) {
            return headline ? headlineKill : kill;
        }
        if (headline) {
            return headlineCheap;
        }
        return cell.expectation().verdict().equals(Optional.of(Verdict.HELD)) ? cheapThatHolds : cheapThatShows;
    }

    /**
     * True for values of min.insync.replicas that the smoke tier leaves out, because one value is
     * enough for a first look.
     */
    private static boolean isBesideTheKey(TrialCell cell) {
        return cell.guarantee().minInsyncReplicas() != (BELOW_THE_MINIMUM.contains(cell.experiment()) ? 3 : 2);
    }

    /**
     * True for the cells that show that acks=all with two replicas loses nothing, and that
     * idempotence neither duplicates nor reorders.
     */
    private static boolean isHeadline(TrialCell cell) {
        return switch (cell.experiment()) {
            case C5 -> cell.guarantee().equals(Mode.ACKS_ALL.with(2));
            case C10, C14 -> cell.guarantee().equals(Mode.IDEMPOTENT.with(2));
            default -> false;
        };
    }

    /** Returns its name in command lines and results. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
