package io.producerbench.guarantees.experiments;

import io.producerbench.guarantee.Guarantee;
import io.producerbench.guarantees.clients.Barrier;
import io.producerbench.guarantees.clients.Writer;
import io.producerbench.guarantees.verification.Ledger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The producers of one trial, which share its ledger. */
final class Writers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration AN_ANSWER = Duration.ofSeconds(2);

    private final Ledger ledger;
    private final long run;
    private final int partitions;
    private final List<Writer> open = new ArrayList<>();

    Writers(Ledger ledger, long run, int partitions) {
        this.ledger = ledger;
        this.run = run;
        this.partitions = partitions;
    }

    /**
     * Opens the next producer session. Its transactional id is unique to the trial unless
     * {@code overrides} set another.
     */
    Writer open(String bootstrapServers, String topic, Guarantee guarantee, Map<String, String> overrides) {
        int number = open.size() + 1;
        Map<String, String> settings = new LinkedHashMap<>();
        if (guarantee.transactional()) {
            settings.put("transactional.id", topic + "-" + number);
        }
        settings.putAll(overrides);
        Writer writer = Writer.open(ledger, number, bootstrapServers, topic, guarantee, settings);
        open.add(writer);
        return writer;
    }

    /** When this returns, every acknowledged record is on every in-sync replica. */
    void barrier(String bootstrapServers, String topic) {
        Barrier.write(bootstrapServers, topic, partitions, run, PATIENCE);
    }

    /** Returns true if the leader refuses records with {@code acks=all} now. */
    boolean isRefused(String bootstrapServers, String topic) {
        return Barrier.isRefused(bootstrapServers, topic, run, AN_ANSWER);
    }

    int partitions() {
        return partitions;
    }

    long run() {
        return run;
    }

    /** Returns the retries of all producers so far, by Kafka's own count. */
    long retries() {
        return open.stream().mapToLong(Writer::retries).sum();
    }

    @Override
    public void close() {
        open.forEach(Writer::close);
    }
}
