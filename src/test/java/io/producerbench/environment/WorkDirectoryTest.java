package io.producerbench.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WorkDirectoryTest {
    @TempDir
    Path directory;

    @Test
    void a_directory_that_can_be_written_to_is_no_problem_and_stays_empty() throws IOException {
        assertThat(new WorkDirectory(directory).problem()).isEmpty();
        assertThat(directory).isEmptyDirectory();

        Path spaced = Files.createDirectory(directory.resolve("a b"));
        assertThat(new WorkDirectory(spaced).problem()).isEmpty();
    }

    @Test
    void what_cannot_hold_the_data_is_named_by_its_kind() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        Path comma = Files.createDirectory(directory.resolve("a,b"));

        assertThat(new WorkDirectory(directory.resolve("absent")).problem()).hasValue("there is no such directory");
        assertThat(new WorkDirectory(file).problem()).hasValue("it is no directory");
        assertThat(new WorkDirectory(comma).problem()).hasValue("Kafka takes the comma in it for the end of its name");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_kernels_own_file_system_cannot_be_written_to_even_by_root() {
        assertThat(new WorkDirectory(Path.of("/proc")).problem()).hasValue("it cannot be written to");
        assertThat(new WorkDirectory(Path.of("/proc")).isMemory()).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void memory_is_told_from_a_disk() {
        Path memory = Path.of("/dev/shm");
        assumeTrue(FileSystemType.of(memory).equals(Optional.of(new FileSystemType("tmpfs"))));

        assertThat(new WorkDirectory(memory).isMemory()).isTrue();
    }

    @Test
    void it_is_shown_with_what_is_free() {
        assertThat(new WorkDirectory(directory))
                .asString()
                .startsWith(directory + " (")
                .containsPattern(", [\\d,.]+ [MG]B free\\)$");
        assertThat(WorkDirectory.text(12_345_678_901L)).isEqualTo("12.3 GB");
        assertThat(WorkDirectory.text(12_345_678L)).isEqualTo("12 MB");
    }
}
