package io.producerbench.hosts;

import io.producerbench.latency.IterationCounts;
import io.producerbench.latency.MeasuredWindow;
import java.util.Locale;
import java.util.Optional;

/** The rule that a host which gives too little of its share spoils the sample. Pure. */
final class Straggler {
    private static final double LEAST_SHARE = 0.99;

    /** One record may lie on either edge of a window. */
    private static final int EDGE_RECORDS = 2;

    private Straggler() {}

    /** Returns what is wrong with one host's share; empty in closed loop, where none is due. */
    static Optional<String> problem(IterationCounts counts) {
        long due = counts.windows().stream().mapToLong(MeasuredWindow::due).sum();
        long sent = counts.windows().stream().mapToLong(MeasuredWindow::sent).sum();
        long allowed = (long) EDGE_RECORDS * counts.windows().size();
        return sent + allowed < LEAST_SHARE * due
                ? Optional.of(String.format(
                        Locale.ROOT, "straggles: it sent %d of the %d records that were its share", sent, due))
                : Optional.empty();
    }
}
