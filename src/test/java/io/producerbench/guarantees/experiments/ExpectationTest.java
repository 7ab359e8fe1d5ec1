package io.producerbench.guarantees.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Guarantee;
import io.producerbench.guarantee.Mode;
import io.producerbench.guarantees.verification.AnomalyFinding;
import io.producerbench.guarantees.verification.CheckerReport;
import io.producerbench.guarantees.verification.RecordCounts;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpectationTest {
    private static final Guarantee PLAIN = Mode.ACKS_ALL.with(2);
    private static final Guarantee IDEMPOTENT = Mode.IDEMPOTENT.with(2);
    private static final RecordCounts NO_COUNTS = new RecordCounts(Map.of());

    @Test
    void nothing_found_is_what_never_expects() {
        assertThat(Expectation.never(Anomaly.LOST).deviation(found(), PLAIN)).isEmpty();
    }

    @Test
    void what_may_never_be_is_a_deviation() {
        assertThat(Expectation.never(Anomaly.LOST).deviation(found(Anomaly.LOST), PLAIN))
                .isEqualTo("expected HELD for [LOST], got BROKEN");
    }

    @Test
    void what_must_be_seen_and_is_not_is_a_deviation() {
        assertThat(Expectation.some(Anomaly.LOST).deviation(found(), PLAIN))
                .isEqualTo("expected BROKEN for [LOST], got HELD");
    }

    @Test
    void an_exact_number_is_exact() {
        Expectation two = Expectation.exactly(2, Anomaly.LOST);

        assertThat(two.deviation(found(Anomaly.LOST, Anomaly.LOST), PLAIN)).isEmpty();
        assertThat(two.deviation(found(Anomaly.LOST), PLAIN)).isEqualTo("expected 2 LOST, got 1");
    }

    @Test
    void what_is_only_counted_is_neither_wanted_nor_unwanted() {
        Expectation counted = Expectation.counted(Anomaly.LOST);

        assertThat(counted.deviation(found(), PLAIN)).isEmpty();
        assertThat(counted.deviation(found(Anomaly.LOST), PLAIN)).isEmpty();
    }

    @Test
    void what_cannot_be_told_is_a_deviation() {
        CheckerReport incomplete =
                new CheckerReport(NO_COUNTS, found().findings(), Optional.of("partition 0 ends early"));

        assertThat(Expectation.never(Anomaly.LOST).deviation(incomplete, PLAIN))
                .isEqualTo("expected HELD for [LOST], got UNKNOWN");
    }

    @Test
    void an_anomaly_that_nobody_watches_does_not_vanish() {
        assertThat(Expectation.exactly(1, Anomaly.DUPLICATED)
                        .deviation(found(Anomaly.DUPLICATED, Anomaly.PHANTOM), PLAIN))
                .startsWith("expected nothing but")
                .endsWith("got [PHANTOM]");
    }

    @Test
    void a_retry_may_double_and_reorder_without_idempotence_only() {
        CheckerReport retried = found(Anomaly.DUPLICATED, Anomaly.REORDERED, Anomaly.REGRESSED);

        assertThat(Expectation.never(Anomaly.LOST).deviation(retried, PLAIN)).isEmpty();
        assertThat(Expectation.never(Anomaly.LOST).deviation(retried, IDEMPOTENT))
                .endsWith("got [DUPLICATED, REORDERED, REGRESSED]");
    }

    @Test
    void what_is_watched_is_not_excused_by_the_lack_of_idempotence() {
        assertThat(Expectation.never(Anomaly.LOST, Anomaly.DUPLICATED).deviation(found(Anomaly.DUPLICATED), PLAIN))
                .isEqualTo("expected HELD for [LOST, DUPLICATED], got BROKEN");
    }

    private static CheckerReport found(Anomaly... anomalies) {
        return new CheckerReport(
                NO_COUNTS,
                Arrays.stream(anomalies)
                        .map(anomaly -> new AnomalyFinding(anomaly, "record 7"))
                        .toList(),
                Optional.empty());
    }
}
