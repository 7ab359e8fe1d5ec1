package io.producerbench.guarantees.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.guarantees.faults.InFlightRequests.Exchange;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InFlightRequestsTest {
    private final InFlightRequests exchanges = new InFlightRequests();

    @Test
    void an_answer_belongs_to_the_request_of_its_number() {
        exchanges.asked(exchange(1, Api.PRODUCE));
        exchanges.asked(exchange(2, Api.FETCH));

        assertThat(exchanges.answered(1)).contains(exchange(1, Api.PRODUCE));
        assertThat(exchanges.answered(2)).contains(exchange(2, Api.FETCH));
    }

    @Test
    void what_was_asked_before_an_answered_request_is_not_answered_any_more() {
        exchanges.asked(exchange(1, Api.PRODUCE));
        exchanges.asked(exchange(2, Api.FETCH));

        assertThat(exchanges.answered(2)).isPresent();
        assertThat(exchanges.answered(1)).isEmpty();
    }

    @Test
    void an_answer_to_nothing_leaves_the_rest_alone() {
        exchanges.asked(exchange(1, Api.PRODUCE));

        assertThat(exchanges.answered(7)).isEmpty();
        assertThat(exchanges.answered(1)).isPresent();
    }

    @Test
    void the_oldest_of_very_many_unanswered_requests_is_forgotten() {
        for (int i = 0; i <= 10_000; i++) {
            exchanges.asked(exchange(i, Api.PRODUCE));
        }

        assertThat(exchanges.answered(0)).isEmpty();
        assertThat(exchanges.answered(1)).isPresent();
    }

    private static Exchange exchange(int correlation, Api api) {
        return new Exchange(correlation, Optional.of(api), Optional.empty());
    }
}
