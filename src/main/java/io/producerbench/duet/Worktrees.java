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
 * Builds the code of a commit in a git worktree, so that the checkout does not change. It keeps the
 * jar under {@code target/arms} by commit and client version and builds each only once, because a
 * commit never changes.
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

    /**
     * Returns the full hash of the commit that git knows as {@code name}; empty if there is none.
     */
    Optional<String> resolve(String name) {
        return git.commit(name);
    }

    /**
     * Returns the {@code benchmarks.jar} of a commit and builds it if necessary.
     *
     * @param client the version of the Kafka client to build with; empty for the version that the
     *     commit names
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
            remove(tree); // left by a build that was killed
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

    /**
     * Builds the jar without the formatter and the tests, because the jar does not depend on them.
     */
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

    /** Removes the worktree, and its entry in the repository. */
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
