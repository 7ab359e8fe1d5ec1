package io.producerbench.benchmarks;

import io.producerbench.latency.ThreadEnd;
import io.producerbench.load.ForkConfig;
import io.producerbench.load.ProducerFactory;
import io.producerbench.load.RecordIndex;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Another producer, which has a transaction open on every partition: it writes one record to each,
 * waits, commits, and begins anew. Until it commits, consumers with {@code read_committed} see no
 * later record of the partition, not even those of other producers.
 */
final class HoldingProducer implements AutoCloseable {
    /** The producer number in its records. No measured producer has it. */
    static final int NUMBER = 0xFFFF;

    private static final Map<Axis, String> TRANSACTIONAL =
            Map.of(Axis.ACKS, "all", Axis.ENABLE_IDEMPOTENCE, "true", Axis.TRANSACTIONAL, "true");

    private final Producer<byte[], byte[]> producer;
    private final List<ProducerRecord<byte[], byte[]>> records;
    private final long nanos;
    private Thread thread;
    private CompletableFuture<Void> opened;
    private final AtomicLong offsets = new AtomicLong();
    private final AtomicLong committed = new AtomicLong();
    private volatile boolean ending;
    private volatile RuntimeException failure;

    private HoldingProducer(
            Producer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records, long nanos) {
        this.producer = producer;
        this.records = records;
        this.nanos = nanos;
    }

    /** Returns a connected producer that has no transaction open yet. */
    static HoldingProducer start(Scenario scenario, ForkConfig forkConfig) {
        byte[] value = RecordIndex.of(NUMBER, 0);
        return new HoldingProducer(
                new ProducerFactory(scenario.with(TRANSACTIONAL), forkConfig).producer(NUMBER),
                IntStream.range(0, scenario.workload().partitions())
                        .mapToObj(partition ->
                                new ProducerRecord<byte[], byte[]>(forkConfig.topic(), partition, null, value))
                        .toList(),
                TimeUnit.MILLISECONDS.toNanos(scenario.workload().openTransactionMs()));
    }

    /** Begins to have transactions open. Returns when the first one is open on every partition. */
    void begin() {
        ending = false;
        opened = new CompletableFuture<>();
        thread = new Thread(this::work, "open-transaction");
        thread.setDaemon(true);
        thread.start();
        opened.join();
    }

    private void work() {
        try {
            while (!ending) {
                producer.beginTransaction();
                records.forEach(producer::send);
                producer.flush();
                offsets.addAndGet(records.size());
                opened.complete(null);
                await(System.nanoTime() + nanos);
                producer.commitTransaction();
                offsets.addAndGet(records.size());
                committed.incrementAndGet();
            }
        } catch (RuntimeException e) {
            failure = e;
            opened.completeExceptionally(e);
        }
    }

    private static void await(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /**
     * Returns when the transaction that is open is committed, which is not before its time is over.
     *
     * @throws IllegalStateException if the producer has failed
     */
    void end() {
        ending = true;
        ThreadEnd.await(thread);
        if (failure != null) {
            throw new IllegalStateException(
                    "the producer of open transactions failed: " + failure.getMessage(), failure);
        }
    }

    /** Returns how many offsets of the partitions it has used: its records and the markers of its commits. */
    long offsets() {
        return offsets.get();
    }

    /** Returns how many transactions it has committed. */
    long committed() {
        return committed.get();
    }

    @Override
    public void close() {
        ending = true;
        if (thread != null) {
            ThreadEnd.await(thread);
        }
        producer.close();
    }
}
