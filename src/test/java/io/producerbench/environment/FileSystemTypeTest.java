package io.producerbench.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSystemTypeTest {
    @TempDir
    Path directory;

    @Test
    void is_the_type_of_the_file_store() throws IOException {
        assertThat(FileSystemType.of(directory))
                .hasValue(new FileSystemType(Files.getFileStore(directory).type()));
    }

    @Test
    void a_path_that_does_not_exist_yet_will_live_where_its_parent_does() {
        assertThat(FileSystemType.of(directory.resolve("absent/too")))
                .isPresent()
                .isEqualTo(FileSystemType.of(directory));
    }
}
