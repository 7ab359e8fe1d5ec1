package io.producerbench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CountsResultTest {
    private static final CountsResult SLOW = new CountsResult(Iterations.between(0, 1, 100, 100));
    private static final CountsResult FAST = new CountsResult(Iterations.between(2, 4, 500, 600));

    @Test
    void its_score_is_completed_records_per_second() {
        assertThat(FAST.getLabel()).isEqualTo("completed");
        assertThat(FAST.getScore()).isEqualTo(250.0);
        assertThat(FAST.getScoreUnit()).isEqualTo("records/s");
    }

    @Test
    void iterations_are_merged_by_adding_and_not_by_averaging_their_scores() {
        CountsResult merged = SLOW.getIterationAggregator().aggregate(List.of(SLOW, FAST));

        assertThat(merged.getScore()).isEqualTo(200.0);
        assertThat(merged.counts().windows()).hasSize(2);
        assertThat(merged.counts().totals().sent()).isEqualTo(600);
    }

    @Test
    void threads_are_merged_like_iterations() {
        assertThat(SLOW.getThreadAggregator()
                        .aggregate(List.of(SLOW, FAST))
                        .counts()
                        .windows())
                .hasSize(2);
    }
}
