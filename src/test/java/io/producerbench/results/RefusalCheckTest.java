package io.producerbench.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.results.sample.HostMeasurements;
import io.producerbench.results.sample.Problem;
import io.producerbench.results.sample.Refusal;
import io.producerbench.results.sample.Refusal.Answers;
import io.producerbench.results.sample.RefusalCheck;
import io.producerbench.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RefusalCheckTest {
    private static final Scenario SCENARIO =
            ASample.atMaxRate(ASample.REFUSED).step(1, 1).scenario();
    private static final Answers REFUSED = ASample.AS_EXPECTED.atOnce();
    private static final Answers EXPIRED = ASample.AS_EXPECTED.afterRetries();

    @Test
    void a_refusal_of_every_record_is_what_was_to_be_measured() {
        assertThat(problems(REFUSED, EXPIRED)).isEmpty();
    }

    @Test
    void no_record_may_be_acknowledged() {
        assertThat(problems(REFUSED, new Answers(20, Map.of(), Map.of("timeout", 19L), 5_000)))
                .containsExactly("1 of 40 records were acknowledged with fewer replicas than min.insync.replicas");
    }

    @Test
    void without_retries_the_brokers_own_reason_must_be_seen() {
        assertThat(problems(new Answers(20, Map.of(), Map.of("timeout", 20L), 12), EXPIRED))
                .containsExactly(
                        "expected every record to fail without retries with not_enough_replicas, got 'timeout'");
    }

    @Test
    void with_retries_time_must_run_out() {
        Answers twoKinds = new Answers(20, Map.of("not_enough_replicas", 1L), Map.of("timeout", 19L), 5_000);

        assertThat(problems(REFUSED, twoKinds))
                .containsExactly(
                        "expected every record to fail with retries with timeout, got 'not_enough_replicas+timeout'");
    }

    @Test
    void the_brokers_must_hold_nothing_and_say_so() {
        assertThat(problems(OptionalLong.of(3), OptionalInt.of(2), Optional.empty()))
                .containsExactly("the brokers were to hold no record, but hold 3");
        assertThat(problems(OptionalLong.empty(), OptionalInt.of(2), Optional.empty()))
                .containsExactly("the brokers were to hold no record, but hold an unknown number");
    }

    @Test
    void exactly_the_planned_brokers_must_be_missing() {
        assertThat(problems(OptionalLong.of(0), OptionalInt.of(1), Optional.empty()))
                .containsExactly("expected 2 in-sync replicas of each partition, got 1");
        assertThat(problems(OptionalLong.of(0), OptionalInt.of(2), Optional.of("broker-2 exited with code 137")))
                .containsExactly("broker-2 exited with code 137");
    }

    private static List<String> problems(Answers atOnce, Answers afterRetries) {
        return texts(RefusalCheck.problems(SCENARIO, new Refusal(atOnce, afterRetries, 5_000), ASample.REFUSING));
    }

    private static List<String> problems(OptionalLong logEnd, OptionalInt isr, Optional<String> failure) {
        return texts(RefusalCheck.problems(
                SCENARIO, ASample.AS_EXPECTED, HostMeasurements.withoutWindow(logEnd, isr, failure)));
    }

    private static List<String> texts(List<Problem> problems) {
        return problems.stream().map(Problem::text).toList();
    }
}
