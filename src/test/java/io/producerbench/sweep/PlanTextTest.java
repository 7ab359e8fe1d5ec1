package io.producerbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.Golden;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PlanTextTest {
    @Test
    void the_default_plan_reads_like_this() throws IOException {
        Golden.assertSame("cli/golden/plan.txt", text());
    }

    @Test
    void a_quick_plan_of_one_mode_is_short() {
        assertThat(text("-f", "1", "-i", "2", "-r", "500ms", "-p", "acks=1", "-p", "transactional=false", "MaxRate"))
                .contains("2 cells in 1 valid modes:")
                .contains("1 combinations that the producer refuses:")
                .contains("1 blocks x 2 cells = 2 samples, 1 x 3 s warm-up and 2 x 500 ms measurement each");
    }

    private static String text(String... jmhArguments) {
        return PlanText.of(SweepPlan.of(Requests.full(jmhArguments)));
    }
}
