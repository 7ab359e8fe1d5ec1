package io.producerbench.guarantees.experiments;

import io.producerbench.guarantee.Mode;
import io.producerbench.guarantee.Verdict;
import io.producerbench.guarantees.experiments.Experiment.TrialCost;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How many trials a run makes of each cell: what can be said of a guarantee that held N times is bounded by N alone. */
public enum Tier {
    /** The key cells once: shows that everything works. */
    SMOKE(1, 1, 1, 1, 1),
    /** Half an hour on two cores. 0 of 10 is at most 25.9 %, 0 of 30 at most 9.5 %. */
    STANDARD(5, 10, 10, 10, 30),
    /** What is cited: the headline cells bounded by 4.95 % (0 of 59) and 0.99 % (0 of 300). */
    RELEASE(10, 30, 30, 59, 300),
    /** As many everywhere, but for what must show itself. */
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

    /** With 3 it takes one death to be below, with 2 it takes two. */
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

    /** Trials of this cell; 0 if this tier leaves it out. */
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

    /** What the key cells say of min.insync.replicas 2 is enough for a first look. */
    private static boolean isBesideTheKey(TrialCell cell) {
        return cell.guarantee().minInsyncReplicas() != (BELOW_THE_MINIMUM.contains(cell.experiment()) ? 3 : 2);
    }

    /** That acks=all with two replicas loses nothing, and that idempotence neither duplicates nor reorders. */
    private static boolean isHeadline(TrialCell cell) {
        return switch (cell.experiment()) {
            case C5 -> cell.guarantee().equals(Mode.ACKS_ALL.with(2));
            case C10, C14 -> cell.guarantee().equals(Mode.IDEMPOTENT.with(2));
            default -> false;
        };
    }

    /** In command lines and results. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
