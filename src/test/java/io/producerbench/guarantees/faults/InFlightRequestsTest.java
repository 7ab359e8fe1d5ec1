package io.producerbench.guarantees.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.guarantees.faults.InFlightRequests.SentRequest;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InFlightRequestsTest {
    private final InFlightRequests inFlight = new InFlightRequests();

    @Test
    void an_answer_belongs_to_the_request_of_its_number() {
        inFlight.add(sent(1, Api.PRODUCE));
        inFlight.add(sent(2, Api.FETCH));

        assertThat(inFlight.removeAnswered(1)).contains(sent(1, Api.PRODUCE));
        assertThat(inFlight.removeAnswered(2)).contains(sent(2, Api.FETCH));
    }

    @Test
    void what_was_asked_before_an_answered_request_is_not_answered_any_more() {
        inFlight.add(sent(1, Api.PRODUCE));
        inFlight.add(sent(2, Api.FETCH));

        assertThat(inFlight.removeAnswered(2)).isPresent();
        assertThat(inFlight.removeAnswered(1)).isEmpty();
    }

    @Test
    void an_answer_to_nothing_leaves_the_rest_alone() {
        inFlight.add(sent(1, Api.PRODUCE));

        assertThat(inFlight.removeAnswered(7)).isEmpty();
        assertThat(inFlight.removeAnswered(1)).isPresent();
    }

    @Test
    void the_oldest_of_very_many_unanswered_requests_is_forgotten() {
        for (int i = 0; i <= 10_000; i++) {
            inFlight.add(sent(i, Api.PRODUCE));
        }

        assertThat(inFlight.removeAnswered(0)).isEmpty();
        assertThat(inFlight.removeAnswered(1)).isPresent();
    }

    private static SentRequest sent(int correlation, Api api) {
        return new SentRequest(correlation, Optional.of(api), Optional.empty());
    }
}
