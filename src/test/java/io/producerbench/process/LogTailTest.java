package io.producerbench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir
    Path directory;

    @Test
    void holds_the_last_lines_that_are_not_blank() throws IOException {
        Path log = Files.writeString(directory.resolve("log"), "one\n\ntwo\n  \nthree\n");

        assertThat(LogTail.of(log).lines(2)).containsExactly("two", "three");
        assertThat(LogTail.of(log).lines(9)).containsExactly("one", "two", "three");
    }

    @Test
    void puts_the_files_one_after_the_other_on_lines_of_their_own() throws IOException {
        Path output = Files.writeString(directory.resolve("output"), "one\n");
        Path errors = Files.writeString(directory.resolve("errors"), "no such topic\n");

        assertThat(LogTail.of(output, errors).text()).endsWith(":\n  one\n  no such topic");
    }

    @Test
    void a_message_holds_twenty_lines_and_no_more() {
        List<String> lines =
                IntStream.rangeClosed(1, 30).mapToObj(Integer::toString).toList();

        assertThat(LogTail.text(lines).lines().skip(1).map(String::strip)).isEqualTo(lines.subList(10, 30));
    }

    @Test
    void a_file_that_is_not_there_has_no_lines() {
        assertThat(LogTail.of(directory.resolve("absent")).lines(5)).isEmpty();
    }

    @Test
    void a_character_that_was_cut_short_hides_no_line() throws IOException {
        byte[] euro = "one\n€".getBytes(StandardCharsets.UTF_8);
        Path log = Files.write(directory.resolve("log"), Arrays.copyOf(euro, euro.length - 1));

        assertThat(LogTail.of(log).lines(2)).hasSize(2).startsWith("one");
    }
}
