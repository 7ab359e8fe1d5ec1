package io.producerbench.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTest {
    private static final Column<String> TEXT = Column.text("text", cell -> cell);

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "-", "==", "=1\n2", "-1e5", "--1"})
    void what_a_spreadsheet_would_run_begins_with_an_apostrophe_unless_it_is_a_lone_sign(String cell) {
        assertThat(TEXT.cell().apply(cell)).isEqualTo(cell.equals("-") ? "-" : "'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "+1", "-1.5", "all", "a=b", "'=1", "17.0.15", "2026-11-23T17:52:28.723Z"})
    void numbers_stay_numbers_and_other_text_stays_as_it_is(String cell) {
        assertThat(TEXT.cell().apply(cell)).isEqualTo(cell);
    }
}
