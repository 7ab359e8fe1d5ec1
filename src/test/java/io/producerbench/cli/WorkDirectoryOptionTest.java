package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.environment.WorkDirectory;
import io.producerbench.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirectoryOptionTest {
    @TempDir
    Path directory;

    @Test
    void the_option_comes_before_the_variable_and_the_variable_before_javas_own() throws IOException {
        Path other = Files.createDirectory(directory.resolve("other"));

        assertThat(WorkDirectoryOption.chosen(Optional.of(other), Optional.of(directory.toString())))
                .isEqualTo(new WorkDirectory(other));
        assertThat(WorkDirectoryOption.chosen(Optional.empty(), Optional.of(directory.toString())))
                .isEqualTo(new WorkDirectory(directory));
        assertThat(WorkDirectoryOption.chosen(Optional.empty(), Optional.of("")))
                .isEqualTo(WorkDirectory.usual());
        assertThat(WorkDirectoryOption.chosen(Optional.empty(), Optional.empty()))
                .isEqualTo(WorkDirectory.usual());
    }

    @Test
    void a_wrong_variable_is_named() {
        assertThatThrownBy(() -> WorkDirectoryOption.chosen(Optional.empty(), Optional.of("/nonexistent")))
                .isInstanceOf(UsageException.class)
                .hasMessage("TMPDIR=/nonexistent: there is no such directory; the brokers keep their data in"
                        + " /nonexistent, so give --work-dir a directory that exists and can be written to");
    }
}
