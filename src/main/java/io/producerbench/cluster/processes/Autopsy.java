package io.producerbench.cluster.processes;

import io.producerbench.cluster.ClusterException;
import io.producerbench.environment.WorkDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Says what a failure of brokers does not say itself: whether their disk is full, and where their
 * logs are kept.
 *
 * @param kept where the logs are kept; empty to drop them
 */
record Autopsy(Workspace workspace, WorkDirectory disk, Optional<Path> kept) {
    private static final List<String> FULL = List.of("No space left on device", "Disk quota exceeded");

    /** With less a broker cannot write its next batch. Its log cannot either, and may lack words. */
    private static final long NOTHING = 8_000_000;

    /** Returns the failure with what it lacks, in one line. */
    String of(String failure) {
        boolean full = FULL.stream().anyMatch(failure::contains) || isBelow(NOTHING);
        return failure
                + (full ? "; no space is left in " + disk + cure() : "")
                + kept.map(this::keep).orElse("");
    }

    /** Returns one line if the disk will soon be full; empty while it will not. */
    Optional<String> diskProblem() {
        return isBelow(WorkDirectory.RESERVE_BYTES)
                ? Optional.of("the brokers' disk is almost full, with less than "
                        + WorkDirectory.text(WorkDirectory.RESERVE_BYTES) + " free in " + disk + cure())
                : Optional.empty();
    }

    private static String cure() {
        return ": give --work-dir a directory on a larger disk, or measure shorter or slower";
    }

    private boolean isBelow(long bytes) {
        return disk.freeBytes().orElse(Long.MAX_VALUE) < bytes;
    }

    private synchronized String keep(Path directory) {
        try {
            if (Files.notExists(directory)) {
                workspace.copyLogs(directory);
            }
            return "; all logs are in " + directory;
        } catch (ClusterException e) {
            return "; " + e.getMessage();
        }
    }
}
