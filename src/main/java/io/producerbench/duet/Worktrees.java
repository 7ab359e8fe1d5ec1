package io.producerbench.duet;

import io.producerbench.environment.Git;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.process.ExternalCommand;
import io.producerbench.run.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private final Git git;
    private final Progress progress;

    Worktrees(Path project, Progress progress) {
        this.project = project;
        this.git = new Git(project);
        this.progress = progress;
    }

    /** The full hash of what git calls {@code name}; empty if it knows no such commit. */
    Optional<String> resolve(String name) {
        return git.commit(name);
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
        git.failureOf("worktree", "add", "--force", "--detach", tree.toString(), sha)
                .ifPresent(failure -> {
                    throw new EnvironmentException(
                            failure + "; expected a repository that can be written to; try the command by hand");
                });
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
        git.failureOf("worktree", "remove", "--force", "--force", tree.toString());
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove the worktree " + tree, e);
            }
        }
        git.failureOf("worktree", "prune");
    }
}
