package io.producerbench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process's command line, as long as it is. Java tells only the first 4096 characters of it, and a
 * class path may be longer.
 */
public final class WholeCommandLine {
    private WholeCommandLine() {}

    /** Returns its words with a space between them; empty if the process has ended. */
    public static String of(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException hasEnded) {
            return "";
        }
    }
}
