package io.producerbench.results.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTest {
    @Test
    void what_all_trials_say_is_said_once() {
        assertThat(Facts.merged(List.of("leader: none; errors: 0", "leader: none; errors: 0")))
                .isEqualTo("leader: none; errors: 0");
    }

    @Test
    void different_numbers_are_a_range() {
        assertThat(Facts.merged(List.of("wait: 900", "wait: 1100", "wait: 1000")))
                .isEqualTo("wait: 900 to 1100");
    }

    @Test
    void different_words_are_alternatives_and_many_are_counted() {
        assertThat(Facts.merged(List.of("leader: 2", "leader: none"))).isEqualTo("leader: 2 or none");
        assertThat(Facts.merged(List.of("id: a", "id: b", "id: c", "id: d", "id: e")))
                .isEqualTo("id: a or b or c or 2 more");
    }

    @Test
    void a_value_may_have_colons_and_a_fact_no_value() {
        assertThat(Facts.merged(List.of("at: 10: 30; healed", ""))).isEqualTo("at: 10: 30; healed");
    }

    @Test
    void nothing_said_is_nothing() {
        assertThat(Facts.merged(List.of("", ""))).isEmpty();
    }
}
