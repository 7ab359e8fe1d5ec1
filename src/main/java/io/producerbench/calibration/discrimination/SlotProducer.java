package io.producerbench.calibration.discrimination;

import io.producerbench.calibration.discrimination.SlotBlock.SlotReading;
import io.producerbench.failure.FailedStepException;
import io.producerbench.latency.ThreadUsage;
import io.producerbench.load.ForkConfig;
import io.producerbench.load.Payloads;
import io.producerbench.load.ProducerFactory;
import io.producerbench.scenario.Scenario;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A producer for many slots: in each it sends for a moment, with or without a planted slowdown. */
final class SlotProducer implements AutoCloseable {
    /** The name of the thread that sends; its CPU time is found by this name. */
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

    SlotProducer(Scenario scenario, ForkConfig fork, int number) {
        producer = new ProducerFactory(scenario, fork).producer(number, burn);
        topic = fork.topic();
        payloads = Payloads.of(scenario.workload(), fork.seed());
    }

    /**
     * Sends for this long, then waits until every record is acknowledged.
     *
     * @throws FailedStepException if a record was not acknowledged, because then the slot's numbers
     *     mean nothing
     */
    SlotReading slot(long nanos, int turns) {
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
            throw new FailedStepException(failures.get() + " records were not acknowledged by the stub broker");
        }
        double records = sent - first;
        return new SlotReading(after.cpuNanosSince(before) / records, records * SECOND / took);
    }

    @Override
    public void close() {
        producer.close();
    }
}
