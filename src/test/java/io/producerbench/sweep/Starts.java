package io.producerbench.sweep;

import io.producerbench.environment.GitState;
import io.producerbench.environment.Machine;
import io.producerbench.jmh.ForkJvm;
import io.producerbench.run.RunStart;
import java.time.Instant;

/** Starts of runs for tests. */
final class Starts {
    private Starts() {}

    /** A start from this checkout, on this machine, with forks on a JDK 17. */
    static RunStart of(GitState git) {
        return new RunStart(
                git, Machine.read(), new ForkJvm("java", "17"), Instant.parse("2026-11-23T16:43:11Z"), false);
    }
}
