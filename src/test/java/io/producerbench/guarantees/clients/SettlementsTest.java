package io.producerbench.guarantees.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.guarantees.clients.Settlements.Settlement;
import io.producerbench.guarantees.verification.Attempt;
import io.producerbench.guarantees.verification.AttemptOutcome;
import io.producerbench.guarantees.verification.Ledger;
import io.producerbench.guarantees.verification.RecordId;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettlementsTest {
    @TempDir
    Path directory;

    private final AtomicBoolean retried = new AtomicBoolean();
    private Ledger ledger;
    private Settlements settlements;

    @BeforeEach
    void open() {
        ledger = Ledger.open(directory.resolve("ledger"), 1);
        settlements = new Settlements(ledger, retried::get, Refusals.PLAIN);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void a_callback_without_exception_is_an_acknowledgement_with_its_offset() {
        sending().onCompletion(at(5), null);

        assertThat(settled()).isEqualTo(new Attempt(new RecordId(1, 0, 0, 0), 0, AttemptOutcome.ACKNOWLEDGED, 5));
        assertThat(counted()).containsExactly(1, 1, 1);
        assertThat(settlements.failures()).isEmpty();
    }

    @Test
    void an_acknowledgement_may_have_no_offset() {
        sending().onCompletion(at(-1), null);

        assertThat(settled().outcome()).isEqualTo(AttemptOutcome.ACKNOWLEDGED);
        assertThat(settled().offset()).isEqualTo(-1);
        assertThat(counted()).containsExactly(1, 0, 1);
    }

    @Test
    void a_timeout_on_the_sending_thread_is_a_rejection() {
        sending().onCompletion(at(-1), new TimeoutException("max.block.ms"));

        assertThat(settled().outcome()).isEqualTo(AttemptOutcome.REJECTED);
        assertThat(counted()).containsExactly(0, 0, 1);
        assertThat(settlements.failures()).isEqualTo(Map.of("TimeoutException", 1L));
    }

    @Test
    void a_timeout_on_the_network_thread_is_unknown() throws InterruptedException {
        failOnTheNetworkThread(new TimeoutException("delivery.timeout.ms"));

        assertThat(settled().outcome()).isEqualTo(AttemptOutcome.UNKNOWN);
        assertThat(counted()).containsExactly(0, 0, 1);
    }

    @Test
    void a_refusal_is_a_rejection_as_long_as_nothing_was_retried() throws InterruptedException {
        failOnTheNetworkThread(new NotEnoughReplicasException("1 of 2"));
        assertThat(settled().outcome()).isEqualTo(AttemptOutcome.REJECTED);

        retried.set(true);
        failOnTheNetworkThread(new NotEnoughReplicasException("1 of 2"));
        assertThat(settled().outcome()).isEqualTo(AttemptOutcome.UNKNOWN);
        assertThat(settlements.failures()).isEqualTo(Map.of("NotEnoughReplicasException", 2L));
    }

    @Test
    void what_send_throws_settles_the_attempt_and_what_comes_later_is_not_heeded() {
        Settlement settlement = sending();
        settlement.thrown(new SerializationException("no"));
        settlement.onCompletion(at(-1), new KafkaException("the batch was dropped"));

        assertThat(settled().outcome()).isEqualTo(AttemptOutcome.REJECTED);
        assertThat(counted()).containsExactly(0, 0, 1);
        assertThat(settlements.failures()).isEqualTo(Map.of("SerializationException", 1L));
    }

    @Test
    void what_send_throws_after_a_callback_is_not_heeded() {
        Settlement settlement = sending();
        settlement.onCompletion(at(3), null);
        settlement.thrown(new KafkaException("late"));

        assertThat(settled().outcome()).isEqualTo(AttemptOutcome.ACKNOWLEDGED);
        assertThat(counted()).containsExactly(1, 1, 1);
    }

    private void failOnTheNetworkThread(Exception failure) throws InterruptedException {
        Settlement settlement = sending();
        Thread network = new Thread(() -> settlement.onCompletion(at(-1), failure));
        network.start();
        network.join();
    }

    private Settlement sending() {
        int attempt = ledger.attempted(ledger.next(0, 0), 0);
        ledger.entered(attempt);
        return settlements.of(attempt);
    }

    private Attempt settled() {
        return ledger.attempts().get(ledger.attempts().size() - 1);
    }

    private int[] counted() {
        return new int[] {
            (int) settlements.acknowledged(), (int) settlements.offsetsGiven(), (int) settlements.settled()
        };
    }

    private static RecordMetadata at(long offset) {
        return new RecordMetadata(new TopicPartition("topic", 0), offset, 0, 0, 0, 0);
    }
}
