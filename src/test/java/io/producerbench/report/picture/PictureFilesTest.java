package io.producerbench.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.report.drawing.Sketch;
import io.producerbench.results.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFilesTest {
    @TempDir
    Path directory;

    @Test
    void each_picture_becomes_two_files_that_say_where_they_come_from() throws IOException {
        Picture picture = new Picture("a-name", "A title", "A caption.", new Sketch().drawing(100));

        assertThat(PictureFiles.save(new RunDirectory(directory), List.of(picture)))
                .isEmpty();

        assertThat(files()).containsExactly("a-name.png", "a-name.svg");
        assertThat(Files.readString(directory.resolve("pictures/a-name.svg")))
                .contains(">A title</text>", ">A caption.</text>", ">run " + directory.getFileName() + "</text>");
        assertThat(Files.readAllBytes(directory.resolve("pictures/a-name.png"))).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void a_run_without_pictures_gets_no_directory() {
        assertThat(PictureFiles.write(new RunDirectory(directory), List.of())).isEmpty();
        assertThat(directory.resolve("pictures")).doesNotExist();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("pictures"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
