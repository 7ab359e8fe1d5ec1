package io.producerbench.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A subcommand whose options have been set. */
public interface Command {
    /**
     * Does what the options ask for. Throws if the options are wrong or the environment does not
     * allow it.
     */
    ExitCode run();

    /** Prints in UTF-8, because a locale without a sign such as ≥ would print a question mark. */
    static void print(PrintStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
