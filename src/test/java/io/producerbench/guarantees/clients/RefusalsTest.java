package io.producerbench.guarantees.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.guarantees.verification.AttemptOutcome;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.NotEnoughReplicasAfterAppendException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsTest {

    @ParameterizedTest
    @MethodSource
    void what_send_raises_before_anything_left_is_a_rejection(Exception failure) {
        assertThat(Refusals.bySend(failure)).isEqualTo(AttemptOutcome.REJECTED);
    }

    static Stream<Exception> what_send_raises_before_anything_left_is_a_rejection() {
        return Stream.of(
                new SerializationException("no"),
                new RecordTooLargeException("more than max.request.size"),
                new BufferExhaustedException("full"),
                new TimeoutException("no metadata in max.block.ms"),
                new TopicAuthorizationException("topic"));
    }

    @ParameterizedTest
    @MethodSource
    void anything_else_that_send_raises_is_unknown(Exception failure) {
        assertThat(Refusals.bySend(failure)).isEqualTo(AttemptOutcome.UNKNOWN);
    }

    static Stream<Exception> anything_else_that_send_raises_is_unknown() {
        return Stream.of(
                new KafkaException("in an error state"),
                new ProducerFencedException("fenced"),
                new InterruptException("interrupted"),
                new NotEnoughReplicasException("not what send() says"));
    }

    @ParameterizedTest
    @MethodSource
    void what_a_broker_refuses_before_the_append_is_a_rejection_at_the_first_try_only(Exception failure) {
        assertThat(Refusals.PLAIN.atFirstTry(failure)).isEqualTo(AttemptOutcome.REJECTED);
        assertThat(Refusals.PLAIN.afterRetries()).isEqualTo(AttemptOutcome.UNKNOWN);
        assertThat(Refusals.IDEMPOTENT.afterRetries()).isEqualTo(AttemptOutcome.UNKNOWN);
    }

    static Stream<Exception> what_a_broker_refuses_before_the_append_is_a_rejection_at_the_first_try_only() {
        return Stream.of(
                new NotEnoughReplicasException("1 of 2"),
                new RecordTooLargeException("more than max.message.bytes"),
                new TopicAuthorizationException("topic"));
    }

    @ParameterizedTest
    @MethodSource
    void anything_else_a_broker_says_is_unknown(Exception failure) {
        assertThat(Refusals.PLAIN.atFirstTry(failure)).isEqualTo(AttemptOutcome.UNKNOWN);
    }

    static Stream<Exception> anything_else_a_broker_says_is_unknown() {
        return Stream.of(
                new NotEnoughReplicasAfterAppendException("1 of 2"),
                new TimeoutException("delivery.timeout.ms"),
                new DisconnectException("gone"),
                new NetworkException("gone"),
                new NotLeaderOrFollowerException("deposed"),
                new SerializationException("not what a broker says"),
                new KafkaException("closed forcefully"));
    }

    @ParameterizedTest
    @MethodSource("what_a_broker_refuses_before_the_append_is_a_rejection_at_the_first_try_only")
    void an_idempotent_producer_reports_one_missing_right_for_all_that_is_in_flight(Exception failure) {
        boolean mayBeAnothers = failure instanceof TopicAuthorizationException;

        assertThat(Refusals.IDEMPOTENT.atFirstTry(failure))
                .isEqualTo(mayBeAnothers ? AttemptOutcome.UNKNOWN : AttemptOutcome.REJECTED);
        assertThat(Refusals.IDEMPOTENT.atFirstTry(new ClusterAuthorizationException("no")))
                .isEqualTo(AttemptOutcome.UNKNOWN);
    }
}
