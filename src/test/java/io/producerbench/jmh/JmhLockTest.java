package io.producerbench.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.failure.EnvironmentException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmhLockTest {
    private static final String TEMPORARY = "java.io.tmpdir";

    @TempDir
    Path directory;

    private String before;

    @BeforeEach
    void a_temporary_directory_of_our_own() {
        before = System.setProperty(TEMPORARY, directory.toString());
    }

    @AfterEach
    void the_usual_temporary_directory() {
        System.setProperty(TEMPORARY, before);
    }

    @Test
    void without_a_lock_file_nobody_runs() {
        JmhLock.requireFree();

        assertThat(directory.resolve("jmh.lock")).doesNotExist();
    }

    @Test
    void a_lock_file_that_nobody_holds_is_left_over() throws IOException {
        Files.createFile(directory.resolve("jmh.lock"));

        assertThatCode(JmhLock::requireFree).doesNotThrowAnyException();
        assertThatCode(JmhLock::requireFree).as("looking does not take it").doesNotThrowAnyException();
    }

    @Test
    void a_lock_that_is_held_is_another_run() throws IOException {
        Path file = directory.resolve("jmh.lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThatThrownBy(JmhLock::requireFree)
                    .isInstanceOf(EnvironmentException.class)
                    .hasMessageStartingWith("another JMH run holds " + file);
        }
    }

    @Test
    void a_lock_file_that_cannot_be_opened_is_named() throws IOException {
        Path file = Files.createDirectory(directory.resolve("jmh.lock"));

        assertThatThrownBy(JmhLock::requireFree)
                .isInstanceOf(EnvironmentException.class)
                .hasMessageStartingWith("cannot open JMH's lock file " + file);
    }
}
