package io.producerbench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.failure.FailedStepException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With shell scripts in the place of JVMs, because they start faster. */
@Timeout(120)
class ChildJvmTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void its_output_and_errors_are_in_the_log() throws Exception {
        try (ChildJvm child = start("echo one; echo two >&2")) {
            child.await(LIMIT);
        }
        assertThat(Files.readAllLines(log())).containsExactly("one", "two");
    }

    @Test
    void one_that_fails_says_its_exit_code_and_its_last_lines() {
        try (ChildJvm child = start("echo no such topic; exit 3")) {
            assertThatThrownBy(() -> child.await(LIMIT))
                    .isInstanceOf(FailedStepException.class)
                    .hasMessageContainingAll("the test", "exit code 3", "\n  no such topic");
        }
    }

    @Test
    void one_that_takes_too_long_fails_and_is_dead_when_closed() {
        ChildJvm child = start("exec sleep 600");
        try (child) {
            assertThatThrownBy(() -> child.await(Duration.ofMillis(10)))
                    .isInstanceOf(FailedStepException.class)
                    .hasMessageContaining("did not end within PT0.01S");
            assertThat(child.process().isAlive()).isTrue();
        }
        assertThat(child.process().isAlive()).isFalse();
    }

    @Test
    void an_interrupt_ends_the_wait_and_an_interrupted_thread_can_close() {
        ChildJvm child = start("exec sleep 600");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> child.await(LIMIT)).isInstanceOf(FailedStepException.class);
        child.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(child.process().isAlive()).isFalse();
    }

    @Test
    void a_file_is_awaited_while_the_process_lives() {
        Path file = directory.resolve("port");
        try (ChildJvm child = start("touch " + file + "; exec sleep 600")) {
            child.awaitFile(file, LIMIT);
            assertThat(file).exists();
            assertThatThrownBy(() -> child.awaitFile(directory.resolve("absent"), Duration.ofMillis(10)))
                    .isInstanceOf(FailedStepException.class)
                    .hasMessageContaining("absent");
        }
    }

    @Test
    void a_process_that_ends_before_its_file_is_there_fails() {
        try (ChildJvm child = start("echo no port; exit 4")) {
            assertThatThrownBy(() -> child.awaitFile(directory.resolve("port"), LIMIT))
                    .isInstanceOf(FailedStepException.class)
                    .hasMessageContainingAll("exit code 4", "no port");
        }
    }

    @Test
    void an_executable_that_cannot_be_run_is_named() {
        assertThatThrownBy(() -> ChildJvm.start("the test", List.of("/no/java"), log()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("/no/java");
    }

    private ChildJvm start(String script) {
        return ChildJvm.start("the test", List.of("sh", "-c", script), log());
    }

    private Path log() {
        return directory.resolve("log");
    }
}
