package io.producerbench.run;

import io.producerbench.failure.IoReason;
import io.producerbench.process.ThreadDump;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Looks at a run every few seconds. It breaks a long silence, and ends a step that takes too long,
 * after it has written down what the threads of this JVM and of the fork are doing.
 */
final class Watchman {
    private static final long PAUSE_S = 2;

    private final PhaseWatch watch;
    private final Ending ending;
    private final Runnable giveUp;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread = new Thread(this::walk, "watchman");
    private int dumps;

    /** @param giveUp ends this program, as a signal does */
    Watchman(PhaseWatch watch, Ending ending, Runnable giveUp) {
        this.watch = watch;
        this.ending = ending;
        this.giveUp = giveUp;
        thread.setDaemon(true);
    }

    void begin() {
        thread.start();
    }

    void end() {
        over.countDown();
    }

    private void walk() {
        try {
            while (!over.await(PAUSE_S, TimeUnit.SECONDS)) {
                watch.look().ifPresent(this::act);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void act(PhaseWatch.Finding finding) {
        if (finding instanceof PhaseWatch.Finding.Silent silent) {
            ending.report(silent.line());
        } else if (finding instanceof PhaseWatch.Finding.Overdue overdue) {
            String reason = overdue.reason() + dumped();
            watch.tellToEnd(overdue.phase(), reason);
            ending.killForks();
        } else if (finding instanceof PhaseWatch.Finding.Stuck stuck) {
            ending.report("run-bench: " + stuck.reason() + "; the run is stopped");
            giveUp.run();
        }
    }

    /** Writes what the threads do. Returns the end of a sentence that names the files. */
    private String dumped() {
        Optional<Path> scratch = ending.scratch();
        if (scratch.isEmpty()) {
            return "";
        }
        dumps++;
        List<String> files = new ArrayList<>();
        try {
            Files.createDirectories(scratch.get());
            Path suite = scratch.get().resolve("threads-" + dumps + "-suite.txt");
            ThreadDump.ofThisJvm(suite);
            files.add(suite.getFileName().toString());
            for (ProcessHandle fork : Ending.forks().toList()) {
                Path file = scratch.get().resolve("threads-" + dumps + "-fork-" + fork.pid() + ".txt");
                ThreadDump.of(fork, file);
                files.add(file.getFileName().toString());
            }
        } catch (IOException e) {
            return "; its threads could not be written down: " + IoReason.of(e);
        }
        return "; what its threads did is in scratch/" + String.join(" and ", files);
    }
}
