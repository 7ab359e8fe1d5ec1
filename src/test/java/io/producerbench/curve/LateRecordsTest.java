package io.producerbench.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.curve.search.LatencyGoal;
import io.producerbench.latency.Latency;
import io.producerbench.results.ASample;
import io.producerbench.results.sample.ForkResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LateRecordsTest {
    private static final List<LatencyGoal> GOALS = LatencyGoal.list("p99=20ms,p99.9=100ms");

    @Test
    void a_record_is_late_beyond_the_limit_and_one_that_was_never_acknowledged_is_too() {
        ForkResult fork = ASample.atRate(1_000, Map.of())
                .inWindow(5, 6, 5)
                .latency(Latency.ACK, 1_000, 19_000, 20_000, 50_000, 200_000)
                .row(1, 1)
                .fork()
                .orElseThrow();

        assertThat(LateRecords.of(fork, GOALS).text()).isEqualTo("p99=20ms:3 p99.9=100ms:2");
    }

    @Test
    void without_any_acknowledgement_all_that_were_due_are_late() {
        ForkResult fork = ASample.atRate(1_000, Map.of())
                .inWindow(5, 6, 0)
                .row(1, 1)
                .fork()
                .orElseThrow();

        assertThat(LateRecords.of(fork, GOALS).text()).isEqualTo("p99=20ms:6 p99.9=100ms:6");
    }

    @Test
    void what_was_written_is_read_and_nothing_else() {
        assertThat(LateRecords.parse("p99=20ms:3 p99.9=100ms:2").counts())
                .containsExactly(Map.entry("p99=20ms", 3L), Map.entry("p99.9=100ms", 2L));
        for (String other : List.of("p99=20ms", ":3", "p99=20ms:x", "3")) {
            assertThatThrownBy(() -> LateRecords.parse(other)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
