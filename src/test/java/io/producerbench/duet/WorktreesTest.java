package io.producerbench.duet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.failure.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Uses a repository of two commits whose build is a script that writes down its arguments.
 */
class WorktreesTest {
    private static final String BUILD = """
            #!/bin/sh
            cd "$(dirname "$0")" && mkdir -p target && echo "%s $*" > target/benchmarks.jar
            """;
    private static final String BROKEN = """
            #!/bin/sh
            echo the compiler says no
            exit 1
            """;

    @TempDir
    Path project;

    private final List<String> progress = new ArrayList<>();
    private Worktrees worktrees;

    @BeforeEach
    void two_commits() throws IOException, InterruptedException {
        git("init", "-q", "-b", "main");
        Files.writeString(project.resolve(".gitignore"), "target/\n");
        commit(BUILD.formatted("first"));
        commit(BUILD.formatted("second"));
        worktrees = new Worktrees(project, progress::add);
    }

    @Test
    void what_git_calls_a_commit_is_resolved_and_nothing_else() {
        assertThat(worktrees.resolve("HEAD"))
                .hasValueSatisfying(sha -> assertThat(sha).hasSize(40));
        assertThat(worktrees.resolve("HEAD~1")).isPresent().isNotEqualTo(worktrees.resolve("HEAD"));
        assertThat(worktrees.resolve("nosuch")).isEmpty();
        assertThat(worktrees.resolve("--help")).isEmpty();
    }

    @Test
    void each_commit_is_built_from_its_own_files_and_the_checkout_stays_as_it_is() throws IOException {
        Path first = worktrees.jar(worktrees.resolve("HEAD~1").orElseThrow(), Optional.empty());
        Path second = worktrees.jar(worktrees.resolve("HEAD").orElseThrow(), Optional.empty());

        assertThat(first).content().startsWith("first -B");
        assertThat(second).content().startsWith("second -B");
        assertThat(project.resolve("mvnw")).content().contains("second");
        assertThat(worktreesKnownToGit()).containsExactly(project.toRealPath().toString());
    }

    @Test
    void a_commit_is_built_once() throws IOException {
        String sha = worktrees.resolve("HEAD").orElseThrow();
        Path jar = worktrees.jar(sha, Optional.empty());
        Files.writeString(jar, "kept");

        assertThat(worktrees.jar(sha, Optional.empty()))
                .isEqualTo(jar)
                .content()
                .isEqualTo("kept");
        assertThat(progress).hasSize(1);
    }

    @Test
    void another_client_is_another_jar() {
        String sha = worktrees.resolve("HEAD").orElseThrow();

        assertThat(worktrees.jar(sha, Optional.of("4.4.0"))).content().contains("-Dkafka.version=4.4.0");
        assertThat(worktrees.jar(sha, Optional.empty())).content().doesNotContain("-Dkafka.version");
    }

    @Test
    void a_build_that_fails_says_why_and_leaves_no_worktree() throws IOException, InterruptedException {
        commit(BROKEN);

        assertThatThrownBy(() -> worktrees.jar(worktrees.resolve("HEAD").orElseThrow(), Optional.empty()))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("ended with exit code 1; its last lines:\n  the compiler says no");
        assertThat(worktreesKnownToGit()).hasSize(1);
        assertThat(project.resolve("target/arms")).isDirectoryNotContaining("glob:**-worktree");
    }

    private List<String> worktreesKnownToGit() throws IOException {
        Process list = new ProcessBuilder("git", "worktree", "list", "--porcelain")
                .directory(project.toFile())
                .start();
        return new String(list.getInputStream().readAllBytes())
                .lines()
                .filter(line -> line.startsWith("worktree "))
                .map(line -> line.substring("worktree ".length()))
                .toList();
    }

    private void commit(String build) throws IOException, InterruptedException {
        Path mvnw = project.resolve("mvnw");
        Files.writeString(mvnw, build);
        assertThat(mvnw.toFile().setExecutable(true)).isTrue();
        git("add", ".");
        git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "one");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .directory(project.toFile())
                .inheritIO()
                .start();
        assertThat(git.waitFor()).isZero();
    }
}
