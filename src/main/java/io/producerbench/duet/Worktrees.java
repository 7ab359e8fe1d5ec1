package io.producerbench.duet;

import io.producerbench.environment.GitState;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.process.ExternalCommand;
import io.producerbench.run.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Builds the code of a commit, in a git worktree of its own so that the checkout stays as it is, and keeps the jar under
 * {@code target/arms} by commit and client version: a commit never changes, so it is built once.
 */
final class Worktrees {
    private static final int SHORT = 12;

    private final Path project;
    private final Progress progress;

    Worktrees(Path project, Progress progress) {
        this.project = project;
        this.progress = progress;
    }

    /** The full hash of what git calls {@code name}; empty if it knows no such commit. */
    Optional<String> resolve(String name) {
        return GitState.commitOf(project, name);
    }

    /**
     * The {@code benchmarks.jar} of a commit.
     *
     * @param client the version of the Kafka client to build with; empty for the commit's own
     * @throws EnvironmentException if it cannot be built
     */
    Path jar(String sha, Optional<String> client) {
        String name = sha.substring(0, SHORT)
                + client.map(version -> "-client-" + version).orElse("");
        Path cached = arms().resolve(name).resolve("benchmarks.jar");
        if (Files.exists(cached)) {
            return cached;
        }
        progress.report("building " + name);
        Path tree = arms().resolve(name + "-worktree");
        try {
            Files.createDirectories(cached.getParent());
            remove(tree); // of a build that was killed
            add(tree, sha);
            build(tree, client, cached.resolveSibling("build.log"));
            Path unfinished = cached.resolveSibling("benchmarks.jar.tmp");
            Files.copy(tree.resolve("target/benchmarks.jar"), unfinished, StandardCopyOption.REPLACE_EXISTING);
            return Files.move(unfinished, cached, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot build " + name + " in " + arms(), e);
        } finally {
            remove(tree);
        }
    }

    private Path arms() {
        return project.resolve("target/arms").toAbsolutePath();
    }

    private void add(Path tree, String sha) {
        if (git("worktree", "add", "--force", "--detach", tree.toString(), sha).isEmpty()) {
            throw new EnvironmentException("git worktree add " + tree + " " + sha
                    + " failed: expected a repository that can be written to; try the command by hand");
        }
    }

    /** Formatter, tests and the other class paths have nothing to do with the jar. */
    private void build(Path tree, Optional<String> client, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                tree.resolve("mvnw").toString(),
                "-B",
                "-ntp",
                "package",
                "-Dmaven.test.skip=true",
                "-Dspotless.check.skip=true",
                "-Dinvoker.skip=true"));
        client.ifPresent(version -> command.add("-Dkafka.version=" + version));
        new ExternalCommand(command, tree, log).run("the build of " + tree.getFileName());
    }

    /** Nothing is left of the worktree, in git's books neither. */
    private void remove(Path tree) {
        git("worktree", "remove", "--force", "--force", tree.toString());
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove the worktree " + tree, e);
            }
        }
        git("worktree", "prune");
    }

    /** What git printed, if it did well. */
    private Optional<String> git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(project.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        // Set in a git hook, and then they name another repository than the project's.
        builder.environment().keySet().removeAll(List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            try (InputStream out = process.getInputStream()) {
                String text = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
                return process.onExit().join().exitValue() == 0 ? Optional.of(text) : Optional.empty();
            }
        } catch (IOException noGit) {
            return Optional.empty();
        }
    }
}
