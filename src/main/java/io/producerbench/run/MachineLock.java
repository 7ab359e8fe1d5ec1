package io.producerbench.run;

import io.producerbench.failure.EnvironmentException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One run at a time on a machine, whichever user started it. A run that insists takes a further
 * file, so that a later run that does not insist is refused because of it too.
 */
final class MachineLock {
    /** A fixed directory, because a temporary directory of one user would not keep users apart. */
    private static final Path USUAL = Path.of("/tmp");

    private static final String DIRECTORY = "producerbench.locks";

    private MachineLock() {}

    /** Returns where the files are; tests that run beside each other each name their own. */
    static Path directory() {
        return Path.of(System.getProperty(DIRECTORY, USUAL.toString()));
    }

    /**
     * Returns the lock of the only run here.
     *
     * @throws EnvironmentException naming the run that holds the machine
     */
    static RunLock alone(Path directory, RunHolder holder) {
        for (int place = 2; Files.exists(file(directory, place)); place++) {
            take(directory, place, holder).close();
        }
        return take(directory, 1, holder);
    }

    /** Returns a lock beside the runs that are here. */
    static RunLock beside(Path directory, RunHolder holder) {
        Optional<RunLock> lock = Optional.empty();
        for (int place = 1; lock.isEmpty(); place++) {
            lock = RunLock.take(file(directory, place), holder);
        }
        return lock.get();
    }

    private static RunLock take(Path directory, int place, RunHolder holder) {
        Path file = file(directory, place);
        return RunLock.take(file, holder)
                .orElseThrow(() -> new EnvironmentException("another run measures on this machine: "
                        + RunLock.holder(file) + "; two at once would spoil each other's numbers."
                        + " Wait for it to end, or insist with --beside"));
    }

    private static Path file(Path directory, int place) {
        return directory.resolve("producerbench" + (place == 1 ? "" : "-" + place) + ".lock");
    }
}
