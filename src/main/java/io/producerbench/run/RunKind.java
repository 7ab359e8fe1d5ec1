package io.producerbench.run;

import io.producerbench.results.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** The commands that measure into a run directory and can go on with one that was stopped. */
public enum RunKind {
    SWEEP("sweep", RunDirectory::samples),
    DUET("duet", RunDirectory::duet),
    CURVE("curve", RunDirectory::curve),
    GUARANTEES("guarantees", RunDirectory::guarantees),
    CALIBRATE("calibrate", RunDirectory::calibrationSamples);

    private final String command;
    private final Function<RunDirectory, Path> rows;

    RunKind(String command, Function<RunDirectory, Path> rows) {
        this.command = command;
        this.rows = rows;
    }

    /** Returns the word of the command line. */
    public String command() {
        return command;
    }

    /** Returns the file that has a row for each finished sample, pair or trial. */
    Path rows(RunDirectory run) {
        return rows.apply(run);
    }

    /** Returns the kind of a run that has rows; empty if it has none of a kind that goes on. */
    static Optional<RunKind> of(RunDirectory run) {
        return Arrays.stream(values())
                .filter(kind -> Files.exists(kind.rows(run)))
                .findFirst();
    }
}
