package io.producerbench.hosts;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** How far the clocks of load hosts may be off. */
final class HostClocks {
    private static final double MOST_MS = 50;

    private static final double NOTED_MS = 5;

    private HostClocks() {}

    /** @throws HostFailure if the agent does not answer, or its clock is more than 50 ms off */
    static ClockOffset offset(LoadHost host) throws HostFailure {
        ClockOffset offset;
        try {
            offset = ClockOffset.measure(RestClient.of(host.agent()), "agent");
        } catch (IOException e) {
            throw new HostFailure(
                    host,
                    "no agent answers at " + host.agent() + " (" + e.getMessage()
                            + "); start it there with ./run-bench.sh agent",
                    e);
        }
        requireSmall(host, offset);
        return offset;
    }

    static void requireSmall(LoadHost host, ClockOffset offset) throws HostFailure {
        if (!(Math.abs(offset.millis()) <= MOST_MS)) {
            throw new HostFailure(
                    host,
                    String.format(
                            Locale.ROOT,
                            "its clock is %.1f ms off this one's, and at most %.0f ms are allowed; synchronise it",
                            offset.millis(),
                            MOST_MS));
        }
    }

    /** Returns what to say of an offset that is allowed and large; empty if it is at most 5 ms. */
    static Optional<String> remark(LoadHost host, ClockOffset offset) {
        return Math.abs(offset.millis()) <= NOTED_MS
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "host %s: its clock is %.1f ms off this one's, so its windows lie that far from the others'",
                        host.name(),
                        offset.millis()));
    }
}
