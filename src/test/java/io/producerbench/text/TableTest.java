package io.producerbench.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columns_of_a_plain_table_are_as_wide_as_their_widest_cell_and_numbers_stand_to_the_right() {
        Table table = Table.of("mode", "rate:", "");
        table.add("acks=all", "1", "\u001b[31m");
        table.add("acks=1", "100,000", "");

        assertThat(table.plain()).isEqualTo("mode         rate\nacks=all        1  ?[31m\nacks=1    100,000\n");
    }

    @Test
    void a_markdown_table_shows_cells_literally_and_marks_the_empty_ones() {
        Table table = Table.of("mode", "n:");
        table.add("a|b", "7");
        table.add("", "");

        assertThat(table.markdown()).isEqualTo("| mode |   n |\n| ---- | --: |\n| a\\|b |   7 |\n| –    |   – |\n");
    }

    @Test
    void a_cell_that_is_too_long_goes_on_below() {
        Table table = Table.of("mode", "x:", "y");
        table.add("acks=all 100 B", "1.0", "end");

        assertThat(table.wrapped(8, 4, 3)).containsExactly("mode         x  y", "acks=all   1.0  end", "100 B");
    }

    @Test
    void a_cell_that_is_too_long_for_the_format_moves_the_rest() {
        Table table = Table.of("mode", "n");
        table.add("acks=all", "1");

        assertThat(table.formatted("%-5s %3s")).containsExactly("mode    n", "acks=all   1");
    }
}
