package io.producerbench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    private static final CsvTable<String> WORDS = new CsvTable<>(List.of(
            Column.text("word", word -> word),
            Column.number("letters", 1, word -> OptionalDouble.of(word.length())),
            Column.number("unknown", 1, word -> OptionalDouble.empty())));

    @TempDir
    Path directory;

    @Test
    void the_first_row_brings_the_header_and_the_next_ones_do_not() throws IOException {
        Path file = directory.resolve("words.csv");

        WORDS.append(file, "acks");
        WORDS.append(file, "all");

        assertThat(file).hasContent("word,letters,unknown\nacks,4.0,\nall,3.0,\n");
        assertThat(Files.readString(file)).isEqualTo(WORDS.text(List.of("acks", "all")));
    }

    @Test
    void a_row_is_in_the_file_when_append_returns() throws IOException {
        Path file = directory.resolve("words.csv");

        WORDS.append(file, "acks");

        assertThat(Files.readString(file)).endsWith("acks,4.0,\n");
    }

    @Test
    void commas_quotes_and_line_ends_are_quoted_as_rfc_4180_says() {
        assertThat(WORDS.line("a, \"b\"\nc")).isEqualTo("\"a, \"\"b\"\"\nc\",8.0,\n");
    }

    @Test
    void what_was_quoted_is_read_back() {
        Path file = directory.resolve("words.csv");

        WORDS.append(file, "a, \"b\"\nc ü");

        assertThat(CsvRows.cells(file))
                .containsExactly(Map.of("word", "a, \"b\"\nc ü", "letters", "10.0", "unknown", ""));
    }

    @Test
    void cells_are_read_in_the_order_of_the_file() throws IOException {
        assertThat(CsvRows.cells(file("b,a,c\n1,2,3\n")).get(0).keySet()).containsExactly("b", "a", "c");
    }

    @Test
    void a_header_alone_has_no_rows() throws IOException {
        assertThat(CsvTable.read(file("a,b\n"))).isEmpty();
    }

    @Test
    void a_row_with_too_few_cells_is_refused() throws IOException {
        Path torn = file("a,b,c\n1,2,3\n4,5\n");

        assertThatThrownBy(() -> CsvTable.read(torn)).hasMessageContaining("Record 3 has 2 fields");
    }

    @Test
    void a_row_with_too_many_cells_is_refused() throws IOException {
        Path torn = file("a,b\n1,2\n1,2,3\n");

        assertThatThrownBy(() -> CsvTable.read(torn)).hasMessageContaining("Record 3 has 3 fields");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b,c\n1,2\n", "a,b\n1,2,3\n"})
    void a_first_row_that_does_not_fit_the_header_is_refused(String torn) throws IOException {
        Path file = file(torn);

        assertThatThrownBy(() -> CsvTable.read(file)).hasMessageContaining("fields");
    }

    @Test
    void a_row_after_one_that_a_crash_cut_off_starts_on_a_line_of_its_own() throws IOException {
        Path file = file("word,letters,unknown\nac");

        WORDS.append(file, "all");

        assertThat(Files.readString(file)).endsWith("\nall,3.0,\n");
    }

    @Test
    void a_header_that_names_a_column_twice_is_refused() throws IOException {
        Path ambiguous = file("a,b,a\n1,2,3\n");

        assertThatThrownBy(() -> CsvTable.read(ambiguous)).hasMessageContaining("duplicate fields: [a]");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("read.csv"), text);
    }
}
