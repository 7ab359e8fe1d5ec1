package io.producerbench.calibration.stub;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The five ways of a producer to deliver. */
enum StubMode {
    ACKS_0("0", false, false),
    ACKS_1("1", false, false),
    ACKS_ALL("all", false, false),
    IDEMPOTENT("all", true, false),
    TRANSACTIONAL("all", true, true);

    private final String acks;
    private final boolean idempotent;
    private final boolean transactional;

    StubMode(String acks, boolean idempotent, boolean transactional) {
        this.acks = acks;
        this.idempotent = idempotent;
        this.transactional = transactional;
    }

    boolean transactional() {
        return transactional;
    }

    /** With {@code more} settings; in transactional mode with its transactions initialised. */
    Producer<byte[], byte[]> producer(StubProcess stub, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", stub.bootstrapServers());
        settings.put("acks", acks);
        settings.put("enable.idempotence", idempotent);
        settings.put("enable.metrics.push", "false");
        if (transactional) {
            settings.put("transactional.id", "mode");
        }
        settings.putAll(more);
        Producer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        if (transactional) {
            producer.initTransactions();
        }
        return producer;
    }
}
