package io.producerbench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.NotEnoughReplicasAfterAppendException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureKindTest {

    @ParameterizedTest
    @MethodSource
    void tells_what_the_exception_was(Exception exception, FailureKind kind) {
        assertThat(FailureKind.of(exception)).isEqualTo(kind);
    }

    static Stream<Arguments> tells_what_the_exception_was() {
        return Stream.of(
                Arguments.of(new TimeoutException("late"), FailureKind.TIMEOUT),
                Arguments.of(new BufferExhaustedException("full"), FailureKind.TIMEOUT),
                Arguments.of(new NotEnoughReplicasException("1 of 2"), FailureKind.NOT_ENOUGH_REPLICAS),
                Arguments.of(
                        new NotEnoughReplicasAfterAppendException("1 of 2"),
                        FailureKind.NOT_ENOUGH_REPLICAS_AFTER_APPEND),
                Arguments.of(new NotLeaderOrFollowerException("moved"), FailureKind.NOT_LEADER),
                Arguments.of(new NetworkException("cut"), FailureKind.NETWORK),
                Arguments.of(new RecordTooLargeException("2 MB"), FailureKind.RECORD_TOO_LARGE),
                Arguments.of(new ProducerFencedException("old"), FailureKind.FENCED),
                Arguments.of(new InvalidProducerEpochException("old"), FailureKind.INVALID_EPOCH),
                Arguments.of(new OutOfOrderSequenceException("gap"), FailureKind.OUT_OF_ORDER_SEQUENCE),
                Arguments.of(new TransactionAbortedException(), FailureKind.TRANSACTION_ABORTED),
                Arguments.of(new DisconnectException("cut"), FailureKind.OTHER),
                Arguments.of(new AuthorizationException("no"), FailureKind.NOT_AUTHORIZED),
                Arguments.of(new InvalidRecordException("bad"), FailureKind.INVALID_RECORD),
                Arguments.of(new KafkaException("what?"), FailureKind.OTHER),
                Arguments.of(new java.util.concurrent.TimeoutException("not Kafka's"), FailureKind.OTHER));
    }

    @Test
    void every_kind_is_told() {
        assertThat(tells_what_the_exception_was().map(told -> told.get()[1]))
                .containsAll(EnumSet.complementOf(EnumSet.of(FailureKind.NOT_TAKEN))); // it has no exception of its own
    }
}
