package io.producerbench.run;

import java.nio.file.Path;

/** The one sentence that says how a run that was stopped goes on. */
public final class GoOn {
    private GoOn() {}

    /**
     * Returns the sentence.
     *
     * @param command the subcommand; {@code sweep} is not written, because it is the default
     * @param directory the run directory, as it is shown to the user
     */
    public static String with(String command, Path directory) {
        String word = command.equals("sweep") ? "" : command + " ";
        return "go on with: ./run-bench.sh " + word + "--resume " + quoted(directory.toString());
    }

    /** Returns the word as a shell takes it. */
    private static String quoted(String word) {
        return word.matches("[\\w./:@%+=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
