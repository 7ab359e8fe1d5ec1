package io.producerbench.calibration.stub;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A Kafka producer that numbers its records from 0 and takes down when the callback of each was
 * called and returned.
 */
final class LoggedProducer extends KafkaProducer<byte[], byte[]> {
    static final Sizes EQUAL_SIZES = number -> 100;

    private final Sizes sizes;
    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private int sent;

    /** How many bytes the value of a record has. */
    interface Sizes {
        int of(int number);
    }

    /** One callback; the times are of {@link System#nanoTime}. */
    record Call(int number, boolean acknowledged, long calledNanos, long returnedNanos) {}

    LoggedProducer(Map<String, Object> settings, Sizes sizes) {
        super(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.sizes = sizes;
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> next, Callback callback) {
        int number = sent++;
        ProducerRecord<byte[], byte[]> sized = new ProducerRecord<>(next.topic(), new byte[sizes.of(number)]);
        return super.send(sized, (metadata, exception) -> {
            long called = System.nanoTime();
            callback.onCompletion(metadata, exception);
            calls.add(new Call(number, exception == null, called, System.nanoTime()));
        });
    }

    /** The callbacks of the records that were acknowledged, by the records' numbers. */
    Map<Integer, Call> acknowledged() {
        return calls.stream().filter(Call::acknowledged).collect(Collectors.toMap(Call::number, call -> call));
    }

    /** How many callbacks came after that of a later record. */
    long outOfOrder() {
        long count = 0;
        int latest = -1;
        for (Call call : calls) {
            count += call.number < latest ? 1 : 0;
            latest = Math.max(latest, call.number);
        }
        return count;
    }
}
