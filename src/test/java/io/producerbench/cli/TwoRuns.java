package io.producerbench.cli;

import io.producerbench.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** A sweep and a run of the guarantees, with only the files that {@code report} reads. */
record TwoRuns(Path sweep, Path trials) {
    static TwoRuns in(Path results) throws IOException {
        Path sweep = Files.createDirectory(results.resolve("a sweep"));
        Path trials = Files.createDirectory(results.resolve("trials"));
        Files.copy(Golden.file("report/golden/sweep-summary.csv"), sweep.resolve("summary.csv"));
        Files.copy(Golden.file("results/golden/guarantees-summary.csv"), trials.resolve("guarantees-summary.csv"));
        Files.copy(Golden.file("guarantees/experiments/golden/settings.csv"), trials.resolve("settings.csv"));
        return new TwoRuns(sweep, trials);
    }

    static Stream<String> files(Path directory) {
        return Arrays.stream(directory.toFile().list()).sorted();
    }
}
