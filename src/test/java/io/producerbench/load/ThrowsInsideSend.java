package io.producerbench.load;

import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * Throws at the third record, without a callback, as Kafka's producer does once a transaction
 * has failed.
 */
final class ThrowsInsideSend extends ManualProducer {
    private int records;

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> producerRecord, Callback callback) {
        if (++records == 3) {
            throw new KafkaException("in an error state");
        }
        return super.send(producerRecord, callback);
    }
}
