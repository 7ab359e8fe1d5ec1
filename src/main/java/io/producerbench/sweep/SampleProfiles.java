package io.producerbench.sweep;

import io.producerbench.results.RunDirectory;
import io.producerbench.run.Progress;
import io.producerbench.scenario.BlockPlan.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Keeps what JMH's profilers write. All forks write into one directory, and what a fork has left
 * there moves to a directory of its sample.
 *
 * @param profilers the names of those that write files
 */
record SampleProfiles(RunDirectory run, List<String> profilers, Progress progress) {

    /** Returns where forks write. */
    Path incoming() {
        return run.scratch().resolve("profile").toAbsolutePath();
    }

    /** Returns the sample; its profiles are kept when this returns. */
    <S> S of(Step step, Function<Step, S> sampler) {
        if (profilers.isEmpty()) {
            return sampler.apply(step);
        }
        try {
            Files.createDirectories(incoming());
            S sample = sampler.apply(step);
            keep(step);
            return sample;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the profile of a sample in " + run.profiles(), e);
        }
    }

    private void keep(Step step) throws IOException {
        String sample = String.format(Locale.ROOT, "b%d-c%02d", step.block(), step.orderInBlock());
        if (isEmpty(incoming())) {
            progress.report("no profile of " + sample + ": " + String.join(", ", profilers) + " left no file; "
                    + run.scratch().resolve("jmh.log") + " may say why");
            return;
        }
        Path kept = run.profiles().resolve(sample);
        for (int attempt = 2; Files.exists(kept); attempt++) {
            kept = run.profiles().resolve(sample + "-" + attempt);
        }
        Files.createDirectories(run.profiles());
        Files.move(incoming(), kept);
        progress.report("profile: " + kept);
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.noneMatch(Files::isRegularFile);
        }
    }
}
