package io.producerbench.hosts;

import java.io.IOException;
import java.util.Locale;

/** How far the clocks of load hosts may be off. */
final class HostClocks {
    private static final double MOST_MS = 50;

    /** A larger offset is noted. */
    static final double NOTED_MS = 5;

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
}
