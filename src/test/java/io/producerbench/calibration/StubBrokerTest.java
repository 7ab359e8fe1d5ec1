package io.producerbench.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.load.LogEnd;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stub broker in a process of its own, and Kafka's own producer and admin client. */
@Tag("truth")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class StubBrokerTest {
    private static final int PARTITIONS = 6;
    private static final int RECORDS = 2_000;
    private static final String TOPIC = "topic";

    @TempDir
    Path scratch;

    @ParameterizedTest
    @EnumSource(Mode.class)
    void every_record_is_acknowledged_and_in_the_log_once(Mode mode) throws Exception {
        try (StubProcess stub = start(StubScript.prompt(PARTITIONS));
                Producer<byte[], byte[]> producer = mode.producer(stub, Map.of());
                LogEnd logEnd = new LogEnd(stub.bootstrapServers(), TOPIC, PARTITIONS)) {
            List<Future<RecordMetadata>> sent = sendAll(producer, mode);
            for (Future<RecordMetadata> one : sent) {
                assertThat(one.get().hasOffset()).isEqualTo(mode != Mode.ACKS_0);
            }
            TruthLog truth = stub.truth();
            assertThat(logEnd.sum().get() - truth.controlRecords()).isEqualTo(RECORDS);
            assertThat(truth.appendedRecords()).isEqualTo(RECORDS);
        }
    }

    private StubProcess start(StubScript script) {
        return StubProcess.start(script, System.getProperty("java.class.path"), scratch);
    }

    private static List<Future<RecordMetadata>> sendAll(Producer<byte[], byte[]> producer, Mode mode) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        if (mode.transactional()) {
            producer.beginTransaction();
        }
        for (int i = 0; i < RECORDS; i++) {
            sent.add(producer.send(new ProducerRecord<>(TOPIC, i % PARTITIONS, null, new byte[100])));
        }
        if (mode.transactional()) {
            producer.commitTransaction();
        }
        producer.flush();
        return sent;
    }
}
