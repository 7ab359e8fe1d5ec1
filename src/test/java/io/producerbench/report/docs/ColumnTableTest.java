package io.producerbench.report.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.failure.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnTableTest {
    private static final List<String> LINES =
            List.of("run_id | | its name | never", "p50 p99 | ms | a latency | FAILED");

    @Test
    void columns_stand_in_the_order_of_the_file_and_neighbours_share_a_row() {
        assertThat(ColumnTable.of("a.csv", List.of("p99", "run_id", "p50"), LINES))
                .isEqualTo("""
                | column | unit | meaning | empty |
                | --- | --- | --- | --- |
                | `p99` | ms | a latency | FAILED |
                | `run_id` | | its name | never |
                | `p50` | ms | a latency | FAILED |
                """);
        assertThat(ColumnTable.of("a.csv", List.of("run_id", "p50", "p99"), LINES))
                .contains("| `p50` `p99` | ms | a latency | FAILED |");
    }

    @Test
    void a_column_without_words_and_words_without_a_column_are_named() {
        assertThatThrownBy(() -> ColumnTable.of("a.csv", List.of("run_id", "p50", "new"), LINES))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "a.csv: expected words for each of its columns; columns without words: [new], words without a"
                                + " column: [p99]");
    }
}
