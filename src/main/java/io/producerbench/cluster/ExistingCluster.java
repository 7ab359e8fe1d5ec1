package io.producerbench.cluster;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A cluster that somebody else runs, and what a run wants of it.
 *
 * @param client how to reach it
 * @param namePrefix what the names of all topics and transactional ids begin with; of this run alone
 * @param journal the file that holds which topics were created
 * @param idempotence whether producers will be idempotent
 * @param transactions whether producers will have transactions
 */
public record ExistingCluster(
        ClientProperties client, String namePrefix, Path journal, boolean idempotence, boolean transactions) {

    /** What all prefixes begin with, so that rights can be granted once for all runs. */
    public static final String NAMES = "producer-bench-";

    private static final int RANDOM_BYTES = 4;

    public ExistingCluster {
        requireNonNull(client, "client");
        requireNonNull(journal, "journal");
        if (!namePrefix.startsWith(NAMES) || namePrefix.equals(NAMES)) {
            throw new IllegalArgumentException(
                    "expected a prefix of one run's own that begins with " + NAMES + ", got '" + namePrefix + "'");
        }
    }

    /** A prefix that no other run has, even of the same commit in the same second. */
    public static String newPrefix(String runId) {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return NAMES + runId + "-" + HexFormat.of().formatHex(random) + "-";
    }
}
