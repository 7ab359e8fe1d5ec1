package io.producerbench.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootIdTest {
    @TempDir
    Path root;

    @Test
    void is_what_the_kernel_drew_and_empty_where_it_does_not_tell() throws IOException {
        assertThat(BootId.read(root)).isEmpty();

        Path file = root.resolve("proc/sys/kernel/random/boot_id");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "0f6c9a1e-3a43-4f0f-9c39-6a3f1f0a7c11\n");

        assertThat(BootId.read(root)).isEqualTo("0f6c9a1e-3a43-4f0f-9c39-6a3f1f0a7c11");
    }
}
