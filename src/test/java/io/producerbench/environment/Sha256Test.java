package io.producerbench.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sha256Test {
    @TempDir
    Path directory;

    @Test
    void is_what_the_standard_gives_for_its_example() throws IOException {
        Path file = Files.writeString(directory.resolve("abc"), "abc");

        assertThat(Sha256.of(file).hex()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void covers_a_file_larger_than_its_buffer() throws IOException {
        Path file = Files.writeString(directory.resolve("a"), "a".repeat(1_000_000));

        assertThat(Sha256.of(file).hex()).isEqualTo("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }

    @Test
    void a_missing_file_has_none() {
        assertThatThrownBy(() -> Sha256.of(directory.resolve("absent"))).isInstanceOf(NoSuchFileException.class);
    }
}
