package io.producerbench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.scenario.AScenario;
import io.producerbench.scenario.Axis;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TransactionRuleTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void a_timed_transaction_is_over_at_its_end_and_not_half_way() {
        TransactionRule rule = rule(Map.of(Axis.TRANSACTION_MS, "30000"));
        long now = System.nanoTime();

        assertThat(rule.endNanos() - now).isBetween(30 * SECOND, 60 * SECOND);
        assertThat(rule.isOver(5_000, now + 10 * SECOND)).isFalse();
        assertThat(rule.isOver(1, now)).isTrue();
    }

    @Test
    void a_counted_transaction_is_over_with_its_last_record_and_not_by_time() {
        TransactionRule rule = rule(Map.of(Axis.RECORDS_PER_TRANSACTION, "3"));
        long longAgo = System.nanoTime() - SECOND;

        assertThat(rule.isOver(2, longAgo)).isFalse();
        assertThat(rule.isOver(3, longAgo + 2 * SECOND)).isTrue();
    }

    /** Of 100,000 at a rate of a tenth the standard deviation is 95. */
    @Test
    void as_many_are_aborted_as_the_rate_says() {
        TransactionRule rule = rule(Map.of(Axis.RECORDS_PER_TRANSACTION, "1", Axis.ABORT_RATE, "0.1"));

        long aborted =
                IntStream.range(0, 100_000).filter(i -> rule.abortsNext()).count();

        assertThat(aborted).isBetween(9_500L, 10_500L);
    }

    private static TransactionRule rule(Map<Axis, String> chosen) {
        Map<Axis, String> settings = new EnumMap<>(chosen);
        settings.putAll(Map.of(Axis.ACKS, "all", Axis.ENABLE_IDEMPOTENCE, "true", Axis.TRANSACTIONAL, "true"));
        return TransactionRule.of(AScenario.with(settings).workload(), 11);
    }
}
