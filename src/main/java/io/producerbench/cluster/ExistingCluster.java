package io.producerbench.cluster;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * A cluster that runs already, and how a run uses it.
 *
 * @param client the settings of a connection to it
 * @param namePrefix the prefix of all topics and transactional ids; no other run has it
 * @param journal the file that records which topics were created
 * @param uses what clients will do beside sending records
 */
public record ExistingCluster(ClientProperties client, String namePrefix, Path journal, Set<ClientUse> uses) {

    /** The common start of all prefixes, so that rights can be granted once for all runs. */
    public static final String NAMES = "producer-bench-";

    private static final int RANDOM_BYTES = 4;

    public ExistingCluster {
        requireNonNull(client, "client");
        requireNonNull(journal, "journal");
        uses = Set.copyOf(uses);
        if (!namePrefix.startsWith(NAMES) || namePrefix.equals(NAMES)) {
            throw new IllegalArgumentException(
                    "expected a prefix of one run's own that begins with " + NAMES + ", got '" + namePrefix + "'");
        }
    }

    /**
     * Returns a prefix that no other run has, not even one of the same commit in the same second.
     */
    public static String newPrefix(String runId) {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return NAMES + runId + "-" + HexFormat.of().formatHex(random) + "-";
    }
}
