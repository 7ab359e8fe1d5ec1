package io.producerbench.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Who runs: what a second run is told.
 *
 * @param command as the user gave it
 * @param directory of the run; empty before it is made
 */
record RunHolder(long pid, String command, Optional<Path> directory) {
    static RunHolder thisProcess(String command) {
        return new RunHolder(ProcessHandle.current().pid(), command, Optional.empty());
    }

    RunHolder in(Path run) {
        return new RunHolder(pid, command, Optional.of(run.toAbsolutePath().normalize()));
    }

    /** Returns the process, its command and its directory in one line. */
    String line() {
        String words = "process " + pid + " (run-bench.sh " + command + ")"
                + directory.map(path -> " in " + path).orElse("");
        return words.replaceAll("\\p{Cntrl}", "?");
    }
}
