package io.producerbench.hosts;

import io.producerbench.latency.IterationCounts;
import io.producerbench.latency.MeasuredWindow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A host that gave too little of its share, which spoils the sample. If no host gives its share, the
 * rate is more than the brokers take, and that is no host's fault. Pure.
 *
 * @param host its number, from 0
 * @param problem what is wrong with it
 */
record Straggler(int host, String problem) {
    private static final double LEAST_SHARE = 0.99;

    /** One record may lie on either edge of a window. */
    private static final int EDGE_RECORDS = 2;

    /** What one host was to send in its windows, and what it sent. */
    private record HostShare(long due, long sent, long allowed) {
        static HostShare of(IterationCounts counts) {
            return new HostShare(
                    counts.windows().stream().mapToLong(MeasuredWindow::due).sum(),
                    counts.windows().stream().mapToLong(MeasuredWindow::sent).sum(),
                    (long) EDGE_RECORDS * counts.windows().size());
        }

        boolean isMissed() {
            return sent + allowed < LEAST_SHARE * due;
        }
    }

    /**
     * Returns the first host that straggles; empty if none does, if all do, or in closed loop, where
     * nothing is due.
     */
    static Optional<Straggler> among(List<IterationCounts> hosts) {
        List<HostShare> shares = hosts.stream().map(HostShare::of).toList();
        if (shares.stream().allMatch(HostShare::isMissed)) {
            return Optional.empty();
        }
        return IntStream.range(0, shares.size())
                .filter(host -> shares.get(host).isMissed())
                .mapToObj(host -> new Straggler(host, problem(shares.get(host))))
                .findFirst();
    }

    private static String problem(HostShare share) {
        return String.format(
                Locale.ROOT, "straggles: it sent %d of the %d records that were its share", share.sent(), share.due());
    }
}
