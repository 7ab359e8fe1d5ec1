package io.producerbench.sweep.degraded;

import io.producerbench.cluster.ClusterException;
import io.producerbench.load.FailureKind;
import io.producerbench.load.ForkConfig;
import io.producerbench.load.Payloads;
import io.producerbench.load.ProducerFactory;
import io.producerbench.results.sample.Refusal;
import io.producerbench.scenario.Scenario;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Asks which errors a producer gets when brokers refuse every record: at once, and after it has
 * retried until time ran out.
 */
public final class RefusalProbe {
    /** Few, because records in one request get the same answer. */
    private static final int RECORDS = 20;

    /**
     * Long enough for a few attempts. Kafka's default is two minutes, which would bring more of the
     * same attempts.
     */
    private static final int DELIVERY_TIMEOUT_MILLIS = 5_000;

    private static final int REQUEST_TIMEOUT_MILLIS = 2_000;

    private final Scenario scenario;
    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final Payloads payloads;
    private final long[] nanos = new long[RECORDS];
    private final Map<FailureKind, Long> failures = new EnumMap<>(FailureKind.class);

    private RefusalProbe(Scenario scenario, ForkConfig forkConfig, int number, Map<String, String> overrides) {
        this.scenario = scenario;
        this.producer = new ProducerFactory(scenario, forkConfig).producer(number, overrides);
        this.topic = forkConfig.topic();
        this.payloads = Payloads.of(scenario.workload(), forkConfig.seed());
    }

    /**
     * Asks twice: with as few retries as Kafka allows, and with the scenario's own settings but
     * shorter time-outs.
     *
     * @throws ClusterException if a producer cannot even start or end
     */
    public static Refusal ask(Scenario scenario, ForkConfig forkConfig) {
        try {
            return ask(scenario, forkConfig, scenario.workload().lingerMs() + REQUEST_TIMEOUT_MILLIS);
        } catch (KafkaException e) {
            throw new ClusterException("could not ask what a producer is told: " + e.getMessage(), e);
        }
    }

    /**
     * @param least the shortest delivery timeout that Kafka accepts, which is as long as lingering
     *     and one request
     */
    private static Refusal ask(Scenario scenario, ForkConfig forkConfig, int least) {
        // An idempotent producer must be allowed to retry.
        String fewest = scenario.guarantee().enableIdempotence() ? "1" : "0";
        Refusal.Answers atOnce = new RefusalProbe(scenario, forkConfig, 0, Map.of("retries", fewest)).ask();
        int deliveryTimeout = Math.max(DELIVERY_TIMEOUT_MILLIS, least);
        Map<String, String> timeouts = Map.of(
                "delivery.timeout.ms", Integer.toString(deliveryTimeout),
                "request.timeout.ms", Integer.toString(REQUEST_TIMEOUT_MILLIS));
        Refusal.Answers afterRetries = new RefusalProbe(scenario, forkConfig, 1, timeouts).ask();
        return new Refusal(atOnce, afterRetries, deliveryTimeout);
    }

    private Refusal.Answers ask() {
        boolean transactional = scenario.guarantee().transactional();
        try {
            if (transactional) {
                producer.beginTransaction();
            }
            for (int record = 0; record < RECORDS; record++) {
                send(record);
            }
            producer.flush();
            if (transactional) {
                producer.abortTransaction();
            }
        } finally {
            producer.close(Duration.ZERO);
        }
        return answers();
    }

    private void send(int record) {
        long start = System.nanoTime();
        try {
            producer.send(
                    new ProducerRecord<>(topic, payloads.key(record), payloads.value(record)),
                    (metadata, exception) -> answered(record, start, exception));
        } catch (KafkaException e) {
            answered(record, start, e); // the transaction has failed already
        }
    }

    private synchronized void answered(int record, long start, Exception exception) {
        nanos[record] = System.nanoTime() - start;
        if (exception != null) {
            failures.merge(FailureKind.of(exception), 1L, Long::sum);
        }
    }

    private synchronized Refusal.Answers answers() {
        Map<String, Long> certain = new TreeMap<>();
        Map<String, Long> unknown = new TreeMap<>();
        failures.forEach((kind, count) ->
                (kind.leavesUnknown() ? unknown : certain).put(kind.name().toLowerCase(Locale.ROOT), count));
        return new Refusal.Answers(RECORDS, certain, unknown, median(nanos) / 1e6);
    }

    private static double median(long[] values) {
        return Arrays.stream(values)
                .sorted()
                .skip(values.length / 2)
                .findFirst()
                .orElseThrow();
    }
}
