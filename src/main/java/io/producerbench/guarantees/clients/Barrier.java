package io.producerbench.guarantees.clients;

import io.producerbench.guarantee.Acks;
import io.producerbench.guarantee.Guarantee;
import io.producerbench.guarantees.verification.RecordHeader;
import io.producerbench.guarantees.verification.RecordId;
import io.producerbench.guarantees.verification.RecordKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.NotEnoughReplicasException;

/**
 * One record with {@code acks=all} in each partition. Once it is acknowledged, everything before it
 * is on all in-sync replicas. A read that ended before it would report records as lost that are
 * only not replicated yet.
 */
public final class Barrier {
    private static final Guarantee IDEMPOTENT = new Guarantee(Acks.ALL, true, false, 1);
    private static final Guarantee NOT_IDEMPOTENT = new Guarantee(Acks.ALL, false, false, 1);
    private static final int NO_WRITER = -1;
    private static final int BYTES = 100;
    private static final long LONGEST_REQUEST_MILLIS = 5_000;

    /** Numbers the barriers, because one run has many. */
    private static final AtomicLong NEXT = new AtomicLong();

    private Barrier() {}

    /**
     * Writes a barrier to every partition.
     *
     * @return its offset in each partition
     * @throws BarrierException if it is not acknowledged within {@code patience}
     */
    public static Map<Integer, Long> write(
            String bootstrapServers, String topic, int partitions, long run, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        ProducerSession session =
                ProducerSession.start("barrier-" + run, bootstrapServers, IDEMPOTENT, settings(patience));
        try {
            Map<Integer, Future<RecordMetadata>> sent = new TreeMap<>();
            for (int partition = 0; partition < partitions; partition++) {
                sent.put(partition, send(session, topic, partition, run));
                // Without metadata each send() blocks for the whole patience.
                if (deadline - System.nanoTime() <= 0) {
                    break;
                }
            }
            Map<Integer, Long> offsets = new TreeMap<>();
            sent.forEach((partition, future) -> offsets.put(partition, offset(topic, partition, future, deadline)));
            if (offsets.size() < partitions) {
                throw new BarrierException(missing(topic, offsets.size(), "no time left to send it"), null);
            }
            return offsets;
        } finally {
            session.producer().close(Duration.ZERO);
        }
    }

    /**
     * Sends one barrier with {@code acks=all} to partition 0, once. Returns true if the leader
     * refuses it, because too few replicas are in sync. If the leader appends it, readers leave it
     * out as they do every barrier.
     *
     * @param patience how long the leader may take to answer
     */
    public static boolean isRefused(String bootstrapServers, String topic, long run, Duration patience) {
        ProducerSession session =
                ProducerSession.start("barrier-" + run, bootstrapServers, NOT_IDEMPOTENT, once(patience));
        try {
            send(session, topic, 0, run).get();
            return false;
        } catch (ExecutionException e) {
            // NotEnoughReplicasAfterAppendException is not one: its record is in the log.
            return e.getCause() instanceof NotEnoughReplicasException;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            session.producer().close(Duration.ZERO);
        }
    }

    private static Map<String, String> once(Duration patience) {
        Map<String, String> once = new HashMap<>(settings(patience));
        once.put("retries", "0");
        once.put("linger.ms", "0");
        return once;
    }

    private static Future<RecordMetadata> send(ProducerSession session, String topic, int partition, long run) {
        RecordId id = new RecordId(run, NO_WRITER, partition, NEXT.getAndIncrement());
        byte[] value = new RecordHeader(id, 0, RecordKind.BARRIER).encode(BYTES);
        return session.producer().send(new ProducerRecord<>(topic, partition, null, value));
    }

    private static Map<String, String> settings(Duration patience) {
        long millis = Math.min(Integer.MAX_VALUE, Math.max(1, patience.toMillis()));
        return Map.of(
                "max.block.ms", Long.toString(millis),
                "delivery.timeout.ms", Long.toString(millis),
                "request.timeout.ms", Long.toString(Math.min(millis, LONGEST_REQUEST_MILLIS)));
    }

    private static long offset(String topic, int partition, Future<RecordMetadata> sent, long deadline) {
        try {
            RecordMetadata metadata = sent.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (metadata.hasOffset()) {
                return metadata.offset();
            }
            throw new BarrierException(missing(topic, partition, "it was stored, but no offset was told"), null);
        } catch (ExecutionException e) {
            throw new BarrierException(missing(topic, partition, e.getCause().toString()), e.getCause());
        } catch (TimeoutException e) {
            throw new BarrierException(missing(topic, partition, "no answer in time"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BarrierException(missing(topic, partition, "interrupted"), e);
        }
    }

    private static String missing(String topic, int partition, String got) {
        return "expected the barrier in partition " + partition + " of " + topic
                + " to be acknowledged by all in-sync replicas, got: " + got;
    }
}
