package io.producerbench.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.producerbench.calibration.stub.Delay;
import io.producerbench.calibration.stub.StubProcess;
import io.producerbench.calibration.stub.StubScript;
import io.producerbench.curve.search.LatencyGoal;
import io.producerbench.curve.search.LoadGrid;
import io.producerbench.curve.search.RateSearch;
import io.producerbench.curve.search.SearchEnd;
import io.producerbench.curve.search.SearchResult;
import io.producerbench.curve.search.SearchRule;
import io.producerbench.load.LatencySink;
import io.producerbench.load.PacedProducer;
import io.producerbench.load.Payloads;
import io.producerbench.load.Schedule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The search finds the capacity that the script of a stub broker sets. The broker works on one
 * request at a time and each request has one record, so it does as many records a second as its
 * service time says, and behind a load above that the queue grows without end. The trials are real:
 * a Kafka client sends to the broker at an even pace, and the latency of each record counts from its
 * due time. The searches run beside each other, because a trial is mostly waiting.
 */
@Tag("truth")
@Tag("alone")
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class RateSearchTruthTest {
    private static final String TOPIC = "search";

    /**
     * A load 5 % above the capacity misses it in a trial: the last tenth of the records wait for 90 ms
     * and more. A stall of the machine must last longer than this to make a trial miss.
     */
    private static final LatencyGoal GOAL = LatencyGoal.parse("p90=60ms");

    private static final double TRIAL_SECONDS = 2;

    /** Long enough that more than a tenth of the records of a trial are late. */
    private static final Duration STALL = Duration.ofMillis(600);

    /** As a share of the capacity; a maximum that was measured may be off by as much. */
    private static final double PRIOR = 1.1;

    private static final double FAR = 0.05;

    @TempDir
    Path scratch;

    /**
     * What is searched for.
     *
     * @param capacity in records per second
     * @param disturbed the share of trials during which the broker stands still for a while, which
     *     makes them miss whatever their load
     */
    private record Script(int capacity, double disturbed) {}

    @Test
    void the_lower_bound_is_within_five_percent_of_the_capacity() throws Exception {
        List<Script> scripts = List.of(
                new Script(100, 0),
                new Script(200, 0),
                new Script(400, 0),
                new Script(100, 0.15),
                new Script(200, 0.15),
                new Script(400, 0.15));
        ExecutorService threads = Executors.newFixedThreadPool(scripts.size());
        try {
            Map<Script, Future<SearchResult>> searches = new LinkedHashMap<>();
            scripts.forEach(script -> searches.put(script, threads.submit(() -> searched(script))));
            Map<Script, SearchResult> found = new LinkedHashMap<>();
            for (Script script : scripts) {
                found.put(script, searches.get(script).get());
            }

            assertThat(found).allSatisfy((script, result) -> {
                assertThat(result.end()).isEqualTo(SearchEnd.REGULAR);
                assertThat((double) result.lowerBound().getAsInt())
                        .isCloseTo(script.capacity(), within(FAR * script.capacity()));
            });
        } finally {
            threads.shutdownNow();
        }
    }

    private SearchResult searched(Script script) {
        StubScript stubScript = StubScript.prompt(1)
                .withoutTruth()
                .withProduceDelay(new Delay.Service(1_000_000_000L / script.capacity()));
        try (StubProcess stub = StubProcess.start(stubScript, System.getProperty("java.class.path"), scratch);
                OneRecordRequests client = OneRecordRequests.to(stub)) {
            Random random = new Random(script.capacity());
            RateSearch search =
                    RateSearch.begin(LoadGrid.around(script.capacity() * PRIOR), GOAL.allowedLoss(), SearchRule.USUAL);
            while (search.next().isPresent()) {
                int load = search.next().getAsInt();
                if (random.nextDouble() < script.disturbed()) {
                    stub.withholdProduce(STALL);
                }
                search = search.after(load, client.lossAt(load));
            }
            return search.result();
        }
    }

    /** A client whose requests have one record each, and how many of its records were late. */
    private static final class OneRecordRequests implements LatencySink, AutoCloseable {
        private final AtomicLong inTime = new AtomicLong();
        private final PacedProducer producer;

        private OneRecordRequests(KafkaProducer<byte[], byte[]> client) {
            this.producer = new PacedProducer(client, TOPIC, 1, 0, 1, Payloads.seeded(1, 100), this);
        }

        static OneRecordRequests to(StubProcess stub) {
            Map<String, Object> settings = new HashMap<>(
                    Map.of("bootstrap.servers", stub.bootstrapServers(), "acks", "1", "enable.idempotence", false));
            settings.put("linger.ms", 0);
            settings.put("batch.size", 0); // so that each record is a batch
            KafkaProducer<byte[], byte[]> client =
                    new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
            OneRecordRequests late = new OneRecordRequests(client);
            await().ignoreException(TimeoutException.class)
                    .until(() -> !client.partitionsFor(TOPIC).isEmpty());
            return late;
        }

        @Override
        public void acknowledged(long sequence, long dueNanos, long sentNanos, long nowNanos) {
            if (nowNanos - dueNanos <= GOAL.within().toNanos()) {
                inTime.incrementAndGet();
            }
        }

        /** Returns the share of the records of a trial that were late. When it returns, nothing is in flight. */
        double lossAt(int load) {
            producer.adopt();
            inTime.set(0);
            int records = (int) (load * TRIAL_SECONDS);
            Schedule schedule = new Schedule(System.nanoTime(), load);
            for (int record = 0; record < records; record++) {
                producer.sendNextAt(schedule.dueNanos(record));
            }
            producer.drain();
            return 1 - (double) inTime.get() / records;
        }

        @Override
        public void close() {
            producer.close();
        }
    }
}
