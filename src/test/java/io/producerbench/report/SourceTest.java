package io.producerbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.results.ResultRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceTest {
    private static final ResultRow LOST = Rows.of("C5", "acks=1", 1);
    private static final ResultRow KEPT = Rows.of("C5", "acks=all", 2);
    private static final ResultRow TWICE = Rows.of("C10", "acks=all", 2);

    @Test
    void of_an_experiment_in_several_runs_the_last_one_counts_whole_and_the_name_says_which() {
        Source first = new Source("first", List.of(LOST, KEPT, TWICE));
        Source second = new Source("second", List.of(KEPT));

        Source joined = Source.joined(List.of(first, second));

        assertThat(joined.folder()).isEqualTo("first and second for C5");
        assertThat(joined.rows()).containsExactly(TWICE, KEPT);
    }

    @Test
    void one_run_is_itself() {
        Source only = new Source("only", List.of(LOST, TWICE));

        assertThat(Source.joined(List.of(only))).isEqualTo(only);
    }

    @Test
    void a_run_of_which_nothing_is_left_is_not_named() {
        Source first = new Source("first", List.of(KEPT));
        Source second = new Source("second", List.of(LOST, TWICE));

        assertThat(Source.joined(List.of(first, second)).folder()).isEqualTo("second for C10, C5");
    }
}
