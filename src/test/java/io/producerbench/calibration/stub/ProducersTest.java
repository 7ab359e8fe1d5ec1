package io.producerbench.calibration.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.common.message.EndTxnRequestData;
import org.apache.kafka.common.message.EndTxnResponseData;
import org.apache.kafka.common.message.InitProducerIdRequestData;
import org.apache.kafka.common.record.internal.ControlRecordType;
import org.junit.jupiter.api.Test;

class ProducersTest {
    private static final long NOW = 1_000;

    private final Producers producers = new Producers();

    @Test
    void every_producer_has_an_id_of_its_own() {
        assertThat(producers
                        .start(new InitProducerIdRequestData(), NOW)
                        .response()
                        .producerId())
                .isNotEqualTo(producers
                        .start(new InitProducerIdRequestData(), NOW)
                        .response()
                        .producerId());
    }

    @Test
    void the_end_of_a_transaction_leaves_one_control_record_in_each_partition_it_wrote_to() {
        PartitionLog one = new PartitionLog(Optional.empty());
        PartitionLog other = new PartitionLog(Optional.empty());
        producers.wrote("mine", 7, one);
        producers.wrote("mine", 7, one);
        producers.wrote("mine", 7, other);
        producers.wrote("yours", 7, other);

        assertThat(producers.end("mine", ControlRecordType.COMMIT, NOW)).isEqualTo(2);
        assertThat(one.end()).isEqualTo(1);
        assertThat(other.end()).isEqualTo(1);
        assertThat(producers.end("mine", ControlRecordType.COMMIT, NOW)).isZero();
    }

    @Test
    void a_new_start_aborts_what_the_same_transactional_id_left_open() {
        PartitionLog log = new PartitionLog(Optional.empty());
        producers.wrote("mine", 7, log);

        Producers.Start start = producers.start(new InitProducerIdRequestData().setTransactionalId("mine"), NOW);

        assertThat(start.controlRecords()).isEqualTo(1);
        assertThat(log.end()).isEqualTo(1);
    }

    @Test
    void epochs_that_run_out_are_followed_by_a_new_id() {
        long id =
                producers.start(new InitProducerIdRequestData(), NOW).response().producerId();

        EndTxnResponseData last = ended(id, Short.MAX_VALUE - 2);
        assertThat(last.producerId()).isEqualTo(id);
        assertThat(last.producerEpoch()).isEqualTo((short) (Short.MAX_VALUE - 1));

        EndTxnResponseData next = ended(id, last.producerEpoch());
        assertThat(next.producerId()).isNotEqualTo(id);
        assertThat(next.producerEpoch()).isZero();
    }

    private EndTxnResponseData ended(long id, int epoch) {
        return producers.ended(new EndTxnRequestData().setProducerId(id).setProducerEpoch((short) epoch));
    }
}
