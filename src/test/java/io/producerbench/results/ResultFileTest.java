package io.producerbench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFileTest {
    private static final ColumnKey ACKS = new ColumnKey("acks");
    private static final ColumnKey RATE = new ColumnKey("rate");
    private static final ColumnKey COUNT = new ColumnKey("count");
    private static final ColumnKey KEYS = new ColumnKey("keys");

    @TempDir
    Path directory;

    @Test
    void rows_know_their_place_and_their_cells() throws IOException {
        ResultRow row = ResultFile.read(file("schema_version,acks,rate,count\n2,0,1.5,7\n1,all,,\n"))
                .get(1);

        assertThat(row.line()).isEqualTo(3);
        assertThat(row.text(ACKS)).isEqualTo("all");
        assertThat(row.number(RATE)).isEmpty();
        assertThat(row.count(COUNT)).isEmpty();
        assertThat(row.textIfAny(KEYS)).isEmpty();
    }

    @Test
    void numbers_are_read() throws IOException {
        ResultRow row =
                ResultFile.read(file("schema_version,rate,count\n2,-1.25,7\n")).get(0);

        assertThat(row.number(RATE)).hasValue(-1.25);
        assertThat(row.requireCount(COUNT)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "1e3", "0x10", "1,5", " 1", "1d", "٣", "--1", "1234567890123456789"})
    void a_cell_that_is_no_plain_number_is_an_error(String cell) throws IOException {
        ResultRow row = ResultFile.read(file("schema_version,rate\n2,\"" + cell + "\"\n"))
                .get(0);

        assertThatThrownBy(() -> row.number(RATE))
                .isInstanceOf(ResultFileException.class)
                .hasMessageContaining("read.csv: line 2, column rate: expected a number, got '" + cell + "'");
        assertThatThrownBy(() -> row.count(RATE)).hasMessageContaining("expected a whole number, got '" + cell + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", ""})
    void a_count_is_whole_and_there(String cell) throws IOException {
        ResultRow row =
                ResultFile.read(file("schema_version,count\n2," + cell + "\n")).get(0);

        assertThatThrownBy(() -> row.requireCount(COUNT))
                .isInstanceOf(ResultFileException.class)
                .hasMessageContaining("column count: expected a whole number, got '" + cell + "'");
    }

    @Test
    void a_count_that_fits_no_int_is_an_error() throws IOException {
        ResultRow row =
                ResultFile.read(file("schema_version,count\n2,2147483648\n")).get(0);

        assertThat(row.requireCount(COUNT)).isEqualTo(2_147_483_648L);
        assertThatThrownBy(() -> row.requireInt(COUNT))
                .isInstanceOf(ResultFileException.class)
                .hasMessageContaining("expected a whole number of at most 2147483647, got '2147483648'");
    }

    @Test
    void a_missing_column_is_named() throws IOException {
        ResultRow row = ResultFile.read(file("schema_version\n2\n")).get(0);

        assertThatThrownBy(() -> row.text(ACKS))
                .isInstanceOf(ResultFileException.class)
                .hasMessageContaining("read.csv: expected a column acks, got none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "8", "", "two", "99999999999", "-1"})
    void another_schema_version_is_refused(String version) throws IOException {
        Path file = file("schema_version,acks\n2,0\n\"" + version + "\",1\n");

        assertThatThrownBy(() -> ResultFile.read(file))
                .isInstanceOf(ResultFileException.class)
                .hasMessage(file + ": expected schema_version 1 to 7, got '" + version
                        + "' in line 3; use the version of this program that wrote it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schema_version,a~2,1,1~ | expected a CSV file as a run writes it",
                "schema_version,a,a~2,1,1~ | expected a CSV file as a run writes it",
                "schema_version,a~2,\"open~ | expected a CSV file as a run writes it, got one that cannot be read (its end is",
                "schema_version,a~2,cut | expected a CSV file as a run writes it",
                "acks~0~ | expected a column schema_version",
                "schema_version~ | expected at least one row, got none",
                "'' | expected at least one row, got none"
            })
    void what_is_no_file_of_a_run_is_refused_in_one_line(String text, String message) throws IOException {
        Path file = file(text.replace('~', '\n'));

        assertThatThrownBy(() -> ResultFile.read(file))
                .isInstanceOf(ResultFileException.class)
                .hasMessageStartingWith(file + ": " + message)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void bytes_that_are_no_text_are_refused() throws IOException {
        Path file = directory.resolve("read.csv");
        Files.write(file, "schema_version,ü\n2,ü\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> ResultFile.read(file)).isInstanceOf(ResultFileException.class);
    }

    @Test
    void a_byte_order_mark_and_line_ends_of_windows_are_read_over() throws IOException {
        assertThat(ResultFile.read(file("\uFEFFschema_version,rate\r\n2,1.5\r\n")))
                .singleElement()
                .satisfies(row -> assertThat(row.number(RATE)).hasValue(1.5));
    }

    @Test
    void an_amount_is_not_negative() throws IOException {
        ResultRow row = ResultFile.read(file("schema_version,rate\n2,-1.25\n")).get(0);

        assertThatThrownBy(() -> row.amount(RATE))
                .isInstanceOf(ResultFileException.class)
                .hasMessageContaining("read.csv: line 2, column rate: expected a number of at least 0, got '-1.25'");
    }

    @Test
    void a_directory_is_refused() {
        assertThatThrownBy(() -> ResultFile.read(directory)).isInstanceOf(ResultFileException.class);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("read.csv"), text);
    }
}
