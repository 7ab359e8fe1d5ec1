package io.producerbench.cli;

import io.producerbench.compare.RunSamples;
import io.producerbench.environment.Git;
import io.producerbench.failure.UsageException;
import io.producerbench.results.ResultFile;
import io.producerbench.results.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the samples that a directory, a file or a commit stands for.
 *
 * @param command the name of the subcommand, for its messages
 * @param results the directory of the run directories
 */
record RunFinder(String command, Path results) {
    private static final Pattern RUN = Pattern.compile("\\d{8}T\\d{6}Z-([0-9a-f]{7})");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{4,40}");

    /** Returns the samples that {@code name} stands for. */
    RunSamples samples(String name) {
        Path file = file(name).toAbsolutePath().normalize();
        Path parent = file.getParent();
        boolean ofRun = file.equals(new RunDirectory(parent).samples());
        return new RunSamples(RunOptions.display(ofRun ? parent : file).toString(), ResultFile.read(file));
    }

    /** Returns the run directories of sweeps of clean commits, oldest first. */
    List<RunDirectory> runs() {
        if (!Files.isDirectory(results)) {
            throw new UsageException(command + ": --results " + RunOptions.display(results)
                    + ": expected a directory of runs, got "
                    + (Files.exists(results) ? "a file" : "nothing of that name; ./run-bench.sh makes it"));
        }
        try (Stream<Path> directories = Files.list(results)) {
            return directories
                    .filter(path -> RUN.matcher(path.getFileName().toString()).matches())
                    .map(RunDirectory::new)
                    .filter(run -> Files.exists(run.samples()))
                    .sorted((one, other) -> one.path().compareTo(other.path()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(command + ": cannot read " + RunOptions.display(results), e);
        }
    }

    /**
     * Returns the samples of those runs. Runs that are not under version control are left out,
     * unless {@code all} is true or {@code results} is in no git repository.
     */
    List<RunSamples> committed(boolean all) {
        Optional<List<String>> tracked = all ? Optional.empty() : new Git(results).trackedFiles();
        return runs().stream()
                .filter(run -> tracked.map(files -> files.contains(
                                results.relativize(run.samples()).toString().replace('\\', '/')))
                        .orElse(true))
                .map(run -> new RunSamples(RunOptions.display(run.path()).toString(), ResultFile.read(run.samples())))
                .toList();
    }

    private Path file(String name) {
        Optional<Path> path = existing(name);
        if (path.isEmpty()) {
            return new RunDirectory(ofCommit(name)).samples();
        }
        if (!Files.isDirectory(path.get())) {
            return path.get();
        }
        Path samples = new RunDirectory(path.get().toAbsolutePath().normalize()).samples();
        if (Files.notExists(samples)) {
            throw new UsageException(command + ": " + name + ": expected a samples.csv in it, got none; name the"
                    + " directory of a sweep, as results/<run>");
        }
        return samples;
    }

    /** A run may be named as numbers are cited: by its id, without its place. */
    private Optional<Path> existing(String name) {
        try {
            return name.isEmpty()
                    ? Optional.empty()
                    : Stream.of(Path.of(name), results.resolve(name))
                            .filter(Files::exists)
                            .findFirst();
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private Path ofCommit(String name) {
        String commit = COMMIT.matcher(name).matches()
                ? name
                : new Git(Checkout.home())
                        .commit(name)
                        .orElseThrow(() -> new UsageException(command + ": " + name
                                + ": expected a results directory, a samples.csv or a commit, got none of them"));
        List<Path> found = runs().stream()
                .map(RunDirectory::path)
                .filter(path -> isOf(path, commit))
                .toList();
        if (found.size() != 1) {
            throw new UsageException(command + ": " + name + (name.equals(commit) ? "" : " (" + commit + ")")
                    + ": expected one sweep of that commit in " + RunOptions.display(results) + ", got "
                    + (found.isEmpty()
                            ? "none; check it out and run ./run-bench.sh, or name a directory"
                            : found.size() + ": "
                                    + found.stream()
                                            .map(path -> path.getFileName().toString())
                                            .collect(Collectors.joining(", "))
                                    + "; name one of the directories"));
        }
        return found.get(0);
    }

    /**
     * True if one of the two is the beginning of the other: the commit may be shorter or longer
     * than the directory's.
     */
    private static boolean isOf(Path directory, String commit) {
        Matcher run = RUN.matcher(directory.getFileName().toString());
        return run.matches() && (run.group(1).startsWith(commit) || commit.startsWith(run.group(1)));
    }
}
