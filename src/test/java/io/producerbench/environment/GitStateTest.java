package io.producerbench.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitStateTest {
    @TempDir
    Path directory;

    @BeforeEach
    void a_source_file() throws IOException {
        write("src/Main.java", "class Main {}");
    }

    @Test
    void a_fresh_commit_is_clean() throws Exception {
        commit();

        GitState state = GitState.of(directory);

        assertThat(state.dirty()).isFalse();
        assertThat(state.commit()).matches("[0-9a-f]{40}");
        assertThat(state.shortCommit()).isEqualTo(state.commit().substring(0, 7));
    }

    @Test
    void a_changed_source_file_is_dirty() throws Exception {
        commit();
        write("src/Main.java", "class Main { int changed; }");

        assertThat(GitState.of(directory).dirty()).isTrue();
    }

    @Test
    void a_new_source_file_is_dirty() throws Exception {
        commit();
        write("src/New.java", "class New {}");

        assertThat(GitState.of(directory).dirty()).isTrue();
    }

    @Test
    void a_file_of_a_run_is_not_dirty() throws Exception {
        write("results/old/samples.csv", "run_id");
        commit();
        write("results/old/samples.csv", "run_id,changed");
        write("results/new/samples.csv", "run_id");

        assertThat(GitState.of(directory).dirty()).isFalse();
    }

    @Test
    void no_repository_is_unknown() {
        assertThat(GitState.of(directory)).isEqualTo(GitState.UNKNOWN);
        assertThat(GitState.UNKNOWN.shortCommit()).isEqualTo("unknown");
    }

    @Test
    void a_repository_without_a_commit_is_unknown() throws Exception {
        git("init", "--quiet");

        assertThat(GitState.of(directory)).isEqualTo(GitState.UNKNOWN);
    }

    @Test
    void a_directory_that_does_not_exist_is_unknown() {
        assertThat(GitState.of(directory.resolve("absent"))).isEqualTo(GitState.UNKNOWN);
    }

    private void commit() throws Exception {
        git("init", "--quiet");
        git("add", ".");
        git(
                "-c",
                "user.name=Test",
                "-c",
                "user.email=test@localhost",
                "-c",
                "commit.gpgsign=false",
                "commit",
                "--quiet",
                "--message=A commit");
    }

    private void git(String... arguments) throws Exception {
        ProcessBuilder git = new ProcessBuilder("git").directory(directory.toFile());
        git.command().addAll(List.of(arguments));
        assertThat(git.inheritIO().start().waitFor()).isZero();
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
