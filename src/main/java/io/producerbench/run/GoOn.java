package io.producerbench.run;

import java.nio.file.Path;

/** The one sentence that says how a run that was stopped goes on, and how it names directories. */
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

    /** Returns the sentence that says how the report of a complete run is made. */
    static String toReport(Path directory) {
        return "make its report with: ./run-bench.sh report " + quoted(directory.toString());
    }

    /** Returns the path as it is shown: relative to the working directory if it is within. */
    public static Path shown(Path directory) {
        Path here = Path.of("").toAbsolutePath();
        if (directory.equals(here)) {
            return Path.of(".");
        }
        return directory.startsWith(here) ? here.relativize(directory) : directory;
    }

    /** Returns the word as a shell takes it. */
    private static String quoted(String word) {
        return word.matches("[\\w./:@%+=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
