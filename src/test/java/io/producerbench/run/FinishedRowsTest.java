package io.producerbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.failure.UsageException;
import io.producerbench.results.Column;
import io.producerbench.results.CsvTable;
import io.producerbench.results.RunDirectory;
import io.producerbench.run.FinishedRows.Gone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinishedRowsTest {
    static final CsvTable<String> TABLE =
            new CsvTable<>(List.of(Column.text("word", word -> word), Column.text("run_id", word -> "here")));
    private static final String CURE =
            "; restore the files as the run wrote them, or delete that line, and what it told is measured again";

    private final List<String> told = new ArrayList<>();

    @TempDir
    Path results;

    private RunDirectory run;

    @BeforeEach
    void four_rows() throws IOException {
        run = RunDirectory.create(results, "20261123T164311Z-a31fb7a", RunDirectory.SCRATCH);
        for (String word : List.of("one", "two", "three", "four")) {
            Path rests = Files.writeString(run.path().resolve(word + ".hlog"), word);
            rows().append(word, List.of(rests));
        }
    }

    @Test
    void rows_that_are_as_the_run_wrote_them_stay_byte_for_byte() throws IOException {
        String before = text();

        assertThat(rows().recover(Gone.REFUSED, told::add)).hasSize(4);

        assertThat(text()).isEqualTo(before);
        assertThat(told).isEmpty();
    }

    @Test
    void what_a_row_rests_on_is_noted_before_the_row_is_written() throws IOException {
        Path journal = run.journal(run.samples());
        Files.delete(journal);
        Files.createDirectory(journal);

        assertThatThrownBy(() -> rows().append("five", List.of())).isInstanceOf(UncheckedIOException.class);

        assertThat(text()).doesNotContain("five");
    }

    @Test
    void a_half_last_row_is_dropped_even_within_quotes() throws IOException {
        rows().append("with \"quotes\"\nand two lines", List.of());
        String whole = text();
        for (int end = whole.indexOf("\"with") + 1; end < whole.length(); end++) {
            Files.writeString(run.samples(), whole.substring(0, end));

            assertThat(rows().recover(Gone.REFUSED, told::add)).hasSize(4);

            assertThat(text()).isEqualTo(whole.substring(0, whole.indexOf("\"with")));
            rows().append("with \"quotes\"\nand two lines", List.of());
        }
        assertThat(told).isEmpty();
    }

    @Test
    void a_row_that_is_gone_is_named_and_measured_again() throws IOException {
        edit("two,here\n", "");

        assertThat(rows().recover(Gone.MEASURED_AGAIN, told::add)).hasSize(3);

        assertThat(told).containsExactly("samples.csv: the row that stood in line 3 is gone, and is measured again");
        rows().append("two", List.of());
        assertThat(rows().recover(Gone.MEASURED_AGAIN, told::add)).hasSize(4);
        assertThat(told).hasSize(1);
    }

    @Test
    void where_later_rows_depend_on_earlier_ones_only_the_last_ones_may_be_gone() throws IOException {
        String before = text();
        edit("two,here\n", "");
        assertRefused(
                Gone.REFUSED,
                "samples.csv: the row that stood in line 3 is gone, and later rows depend on it; restore the file as"
                        + " the run wrote it, or delete all lines from there on, and they are measured again");

        Files.writeString(run.samples(), before.replace("two,here\nthree,here\nfour,here\n", ""));
        assertThat(rows().recover(Gone.REFUSED, told::add)).hasSize(1);
        assertThat(told)
                .containsExactly(
                        "samples.csv: the row that stood in line 3 is gone, and is measured again",
                        "samples.csv: the row that stood in line 4 is gone, and is measured again");
    }

    @Test
    void a_changed_row_is_refused() throws IOException {
        edit("two,", "too,");

        assertRefused(Gone.MEASURED_AGAIN, "samples.csv line 3 is not as the run wrote it" + CURE);
        assertRefused(
                Gone.REFUSED,
                "samples.csv line 3 is not as the run wrote it; restore the files as the run wrote them,"
                        + " or delete that line and all below it, and what it told is measured again");
    }

    @Test
    void a_row_that_stands_twice_is_refused() throws IOException {
        edit("three,here\n", "three,here\ntwo,here\n");

        assertRefused(Gone.MEASURED_AGAIN, "samples.csv line 5 is line 3 once more" + CURE);
    }

    @Test
    void rows_out_of_order_are_refused() throws IOException {
        edit("two,here\nthree,here\n", "three,here\ntwo,here\n");

        assertRefused(
                Gone.MEASURED_AGAIN,
                "samples.csv line 4 is out of order: the run wrote it before the line above it" + CURE);
    }

    @Test
    void a_row_of_another_run_is_refused_with_its_name() throws IOException {
        edit("two,here\n", "two,20261124T000000Z-b31fb7a\n");

        assertRefused(Gone.MEASURED_AGAIN, "samples.csv line 3 is of the run 20261124T000000Z-b31fb7a" + CURE);
    }

    @Test
    void a_quote_that_swallows_the_rest_of_the_file_is_no_half_last_row() throws IOException {
        edit("two,", "\"two,");

        assertRefused(Gone.MEASURED_AGAIN, "samples.csv line 3 has no end, and more rows followed it" + CURE);
    }

    @Test
    void another_header_is_refused() throws IOException {
        edit("word,run_id\n", "word,run\n");

        assertRefused(
                Gone.MEASURED_AGAIN, "samples.csv line 1 is not the header that the run wrote; restore it" + CURE);
    }

    @Test
    void a_file_that_a_row_rests_on_must_be_there_whole_and_unchanged() throws IOException {
        Path rests = run.path().resolve("two.hlog");
        Files.writeString(rests, "tw");
        assertRefused(
                Gone.MEASURED_AGAIN, "two.hlog is not as the run wrote it, and samples.csv line 3 rests on it" + CURE);
        Files.delete(rests);
        assertRefused(Gone.MEASURED_AGAIN, "two.hlog is gone, on which samples.csv line 3 rests" + CURE);

        edit("two,here\n", "");
        assertThat(rows().recover(Gone.MEASURED_AGAIN, told::add)).hasSize(3);
    }

    @Test
    void further_damage_is_counted() throws IOException {
        Files.delete(run.path().resolve("two.hlog"));
        Files.delete(run.path().resolve("four.hlog"));

        assertRefused(Gone.MEASURED_AGAIN, "two.hlog is gone, on which samples.csv line 3 rests (and 1 more)" + CURE);
    }

    @Test
    void rows_without_what_was_noted_of_them_are_refused() throws IOException {
        Files.delete(run.journal(run.samples()));

        assertRefused(
                Gone.MEASURED_AGAIN,
                "scratch/samples.csv.journal is gone, by which rows are checked; restore it, or start anew");
    }

    @Test
    void a_table_that_is_gone_is_measured_again() throws IOException {
        Files.delete(run.samples());

        assertThat(rows().recover(Gone.MEASURED_AGAIN, told::add)).isEmpty();

        assertThat(told).hasSize(3);
    }

    private void assertRefused(Gone policy, String reason) throws IOException {
        String before = text();
        assertThatThrownBy(() -> rows().recover(policy, told::add))
                .isInstanceOf(UsageException.class)
                .hasMessage("--resume " + run.path() + ": " + reason);
        assertThat(text()).isEqualTo(before);
        assertThat(told).isEmpty();
    }

    private FinishedRows<String> rows() {
        return new FinishedRows<>(run, run.samples(), TABLE);
    }

    private String text() throws IOException {
        return Files.readString(run.samples());
    }

    private void edit(String from, String to) throws IOException {
        assertThat(text()).contains(from);
        Files.writeString(run.samples(), text().replace(from, to));
    }
}
