package io.producerbench.load;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One host's part of a load that several hosts give together. All their producers are numbered
 * throughout: of P producers a host, host h has the numbers h·P to h·P + P − 1.
 *
 * @param host counted from 0
 * @param hosts how many there are
 * @param gate where the fork waits for the moment at which all of them begin; empty if it begins at
 *     once
 */
public record LoadShare(int host, int hosts, Optional<Path> gate) {
    /** The share of the only host. */
    public static final LoadShare ALL = new LoadShare(0, 1, Optional.empty());

    public LoadShare {
        if (host < 0 || host >= hosts) {
            throw new IllegalArgumentException("expected a host from 0 to " + (hosts - 1) + ", got: " + host);
        }
    }

    /**
     * Returns the number of one of this host's producers among those of all hosts. Payloads,
     * {@code client.id} and {@code transactional.id} come from it, so they never collide.
     */
    public int number(int producer, int producersPerHost) {
        return host * producersPerHost + producer;
    }

    /** Returns how many producers all hosts have together. */
    public int producers(int producersPerHost) {
        return hosts * producersPerHost;
    }
}
