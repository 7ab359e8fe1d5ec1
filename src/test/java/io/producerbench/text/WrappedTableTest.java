package io.producerbench.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrappedTableTest {
    @Test
    void a_cell_that_is_too_long_goes_on_below() {
        WrappedTable table = new WrappedTable(List.of(-8, 4, -3));

        assertThat(table.row("acks=all 100 B", "1.0", "end")).containsExactly("acks=all   1.0  end", "100 B");
    }

    @Test
    void text_breaks_at_blanks_and_in_a_word_only_if_it_must() {
        assertThat(WrappedTable.wrap("one two three", 7)).containsExactly("one two", "three");
        assertThat(WrappedTable.wrap("one two three", 6)).containsExactly("one", "two", "three");
        assertThat(WrappedTable.wrap("one  two", 4)).containsExactly("one", "two");
        assertThat(WrappedTable.wrap("transactional", 6)).containsExactly("transa", "ctiona", "l");
        assertThat(WrappedTable.wrap("", 6)).containsExactly("");
        assertThat(WrappedTable.wrap("exact", 5)).containsExactly("exact");
    }
}
