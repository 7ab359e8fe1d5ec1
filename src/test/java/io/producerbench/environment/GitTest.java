package io.producerbench.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTest {
    @TempDir
    Path directory;

    private Git git;

    @BeforeEach
    void aRepository() throws IOException {
        git = new Git(directory);
        assertThat(git.failureOf("init", "--quiet")).isEmpty();
        Files.createDirectories(directory.resolve("sub"));
        Files.writeString(directory.resolve("sub/a b.txt"), "1");
    }

    @Test
    void answers_with_what_git_prints() {
        assertThat(git.ask("rev-parse", "--is-inside-work-tree")).hasValue("true");
        assertThat(git.ask("rev-parse", "--verify", "--quiet", "HEAD")).isEmpty();
        assertThat(git.ask("no-such-command")).isEmpty();
    }

    @Test
    void a_failure_says_the_command_the_exit_code_and_what_git_said() {
        assertThat(git.failureOf("worktree", "add", "tree", "no-such-commit"))
                .get()
                .asString()
                .contains("git worktree add tree no-such-commit", "exit code 128", "fatal: ");
    }

    @Test
    void a_name_stands_for_a_commit_or_for_none() {
        commit();

        assertThat(git.commit("HEAD")).get().asString().matches("[0-9a-f]{40}");
        assertThat(git.commit("no-such-branch")).isEmpty();
        assertThat(git.commit("--all")).isEmpty();
    }

    @Test
    void tracked_files_are_relative_to_the_directory() throws IOException {
        commit();
        Files.writeString(directory.resolve("sub/new.txt"), "1");

        assertThat(git.trackedFiles()).hasValue(List.of("sub/a b.txt"));
        assertThat(new Git(directory.resolve("sub")).trackedFiles()).hasValue(List.of("a b.txt"));
    }

    @Test
    void a_directory_that_is_not_there_answers_nothing_and_says_so() {
        Git nowhere = new Git(directory.resolve("absent"));

        assertThat(nowhere.ask("status")).isEmpty();
        assertThat(nowhere.failureOf("gc")).get().asString().contains("git gc", "absent");
    }

    private void commit() {
        assertThat(git.failureOf("add", ".")).isEmpty();
        assertThat(git.failureOf(
                        "-c",
                        "user.name=Test",
                        "-c",
                        "user.email=test@localhost",
                        "-c",
                        "commit.gpgsign=false",
                        "commit",
                        "--quiet",
                        "--message=A commit"))
                .isEmpty();
    }
}
