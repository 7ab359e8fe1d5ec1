package io.producerbench.calibration.discrimination;

import io.producerbench.calibration.PeerException;
import io.producerbench.calibration.discrimination.SlotBlock.Slot;
import io.producerbench.latency.ThreadUsage;
import io.producerbench.load.ForkConfig;
import io.producerbench.load.Payloads;
import io.producerbench.load.ProducerFactory;
import io.producerbench.scenario.Scenario;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A producer that lives through many slots: it works for a moment, with or without a planted slowdown, and rests. */
final class SlotProducer implements AutoCloseable {
    /** The name of the thread that sends, by which its CPU time is found. */
    static final String THREAD = "slot-loop";

    private static final int RECORDS = 64;
    private static final double SECOND = 1e9;

    private final Burn burn = new Burn();
    private final AtomicLong failures = new AtomicLong();
    private final Callback counting = (metadata, failure) -> {
        if (failure != null) {
            failures.incrementAndGet();
        }
    };
    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final Payloads payloads;
    private long sent;

    SlotProducer(Scenario scenario, ForkConfig handover, int number) {
        producer = new ProducerFactory(scenario, handover).producer(number, burn);
        topic = handover.topic();
        payloads = Payloads.of(scenario.workload(), handover.seed());
    }

    /**
     * Sends for that long, then waits until everything is acknowledged.
     *
     * @throws PeerException if a record was not, since then the slot's numbers are of something else
     */
    Slot slot(long nanos, int turns) {
        burn.turns(turns);
        ThreadUsage before = ThreadUsage.now(THREAD);
        long start = System.nanoTime();
        long first = sent;
        while (System.nanoTime() - start < nanos) {
            for (int i = 0; i < RECORDS; i++) {
                producer.send(new ProducerRecord<>(topic, null, payloads.value(sent++)), counting);
            }
        }
        producer.flush();
        long took = System.nanoTime() - start;
        ThreadUsage after = ThreadUsage.now(THREAD);
        if (failures.get() > 0) {
            throw new PeerException(failures.get() + " records were not acknowledged by the stub broker");
        }
        double records = sent - first;
        return new Slot(after.cpuNanosSince(before) / records, records * SECOND / took);
    }

    @Override
    public void close() {
        producer.close();
    }
}
