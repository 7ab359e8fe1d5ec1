package io.producerbench.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.latency.ClientMetrics;
import io.producerbench.latency.IterationCounts;
import io.producerbench.latency.JvmUsage;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.latency.MeasuredWindow.BrokerCount;
import io.producerbench.latency.Totals;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StragglerTest {
    private static IterationCounts counts(long due, long sent) {
        MeasuredWindow window =
                new MeasuredWindow(0, 1, 0, sent, due, sent, 0, 0, 0, 0, 0, JvmUsage.NONE, new BrokerCount(0, 0, 0, 0));
        return new IterationCounts(Instant.EPOCH, List.of(window), Totals.ZERO, new ClientMetrics(0, 0, 0, 0, 0));
    }

    @Test
    void a_host_below_99_percent_of_its_share_straggles() {
        IterationCounts full = counts(10_000, 10_000);

        assertThat(Straggler.among(List.of(full, counts(10_000, 9_898)))).isEmpty();
        assertThat(Straggler.among(List.of(full, counts(10_000, 9_897))))
                .contains(new Straggler(1, "straggles: it sent 9897 of the 10000 records that were its share"));
    }

    @Test
    void no_host_straggles_when_the_rate_is_too_much_for_all() {
        assertThat(Straggler.among(List.of(counts(10_000, 5_000), counts(10_000, 5_100))))
                .isEmpty();
    }

    @Test
    void in_closed_loop_nothing_is_due() {
        assertThat(Straggler.among(List.of(counts(0, 3), counts(0, 100_000)))).isEmpty();
    }
}
