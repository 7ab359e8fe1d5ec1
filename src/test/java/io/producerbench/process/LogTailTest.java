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
    void the_reason_is_the_last_cause_and_no_stack_frame() {
        assertThat(LogTail.reason(List.of(
                        "[12:00] ERROR Exiting Kafka (kafka.Kafka$)",
                        "java.lang.RuntimeException: outer",
                        "\tat org.apache.kafka.Outer.run(Outer.java:1)",
                        "Caused by: java.io.IOException: No space left on device",
                        "\tat org.apache.kafka.",
                        "\t... 7 more",
                        "")))
                .isEqualTo("its log says: Caused by: java.io.IOException: No space left on device");
    }

    @Test
    void words_after_the_error_do_not_hide_it() {
        assertThat(LogTail.reason(List.of(
                        "[12:00] ERROR Encountered fatal fault: starting LogManager",
                        "[12:00] INFO App info kafka.server for 1 unregistered")))
                .isEqualTo("its log says: [12:00] ERROR Encountered fatal fault: starting LogManager");
    }

    @Test
    void a_jvm_that_refuses_its_flags_is_quoted_with_what_it_refuses() {
        assertThat(LogTail.reason(List.of(
                        "Unrecognized VM option 'UseNoGC'",
                        "Error: Could not create the Java Virtual Machine.",
                        "Error: A fatal exception has occurred. Program will exit.")))
                .isEqualTo("last log line: Unrecognized VM option 'UseNoGC'");
    }

    @Test
    void without_an_error_it_is_the_last_line_or_none() {
        assertThat(LogTail.reason(List.of("[12:00] INFO one", "[12:01] INFO two")))
                .isEqualTo("last log line: [12:01] INFO two");
        assertThat(LogTail.reason(List.of())).isEqualTo("last log line: none");
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
