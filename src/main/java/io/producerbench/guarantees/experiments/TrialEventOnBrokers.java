package io.producerbench.guarantees.experiments;

import io.producerbench.cluster.TopicSpec;
import io.producerbench.guarantee.Verdict;
import io.producerbench.guarantees.clients.Barrier;
import io.producerbench.guarantees.clients.BarrierException;
import io.producerbench.guarantees.clients.Reader;
import io.producerbench.guarantees.clients.SegmentScan;
import io.producerbench.guarantees.verification.Checker;
import io.producerbench.guarantees.verification.Isolation;
import io.producerbench.guarantees.verification.Ledger;
import io.producerbench.guarantees.verification.RecordId;
import io.producerbench.guarantees.verification.RecordedHistory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

/** An event on real brokers: from fresh topics through the fault to the final read-back. */
final class TrialEventOnBrokers implements TrialEvent {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TrialCluster on;
    private final List<Staged> staged = new ArrayList<>();
    private final Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final long start = System.nanoTime();

    private final ExecutorService threads;

    /** @param threads for steps that all trials take at once, which are mostly waiting */
    TrialEventOnBrokers(TrialCluster on, ExecutorService threads) {
        this.on = on;
        this.threads = threads;
    }

    /** A trial with its own topic, ledger and producers. */
    private record Staged(TrialCell cell, int number, String topic, Ledger ledger, Writers writers, Trial trial) {}

    @Override
    public void stage(TrialCell cell, int number, long run, Path ledgers) {
        String topic = cell.name() + "-" + number;
        Ledger ledger = Ledger.open(ledgers.resolve(topic + ".ledger"), run);
        Writers writers = new Writers(ledger, run, cell.experiment().partitions());
        staged.add(new Staged(cell, number, topic, ledger, writers, new Trial(on, cell, topic, writers)));
    }

    @Override
    public void prepare() {
        on.heal();
        together(trial -> {
            on.cluster().createTopic(topic(trial));
            return trial;
        });
    }

    @Override
    public List<TrialResult> run() {
        try {
            Recipe recipe = staged.get(0).cell().experiment().recipe();
            recipe.run(on, staged.stream().map(Staged::trial).toList());
            return judge();
        } finally {
            staged.forEach(trial -> trial.ledger().close());
        }
    }

    @Override
    public void forget() {
        staged.forEach(trial -> on.cluster().deleteTopic(trial.topic()));
    }

    private TopicSpec topic(Staged trial) {
        Map<String, String> config = new HashMap<>(trial.cell().guarantee().topicConfig());
        config.putAll(trial.cell().experiment().topicConfig(trial.cell()));
        return new TopicSpec(
                trial.topic(),
                trial.cell().experiment().partitions(),
                on.cluster().brokers().size(),
                config);
    }

    private List<TrialResult> judge() {
        return together(trial -> {
            trial.writers().close();
            TrialVerdict judged = trial.trial()
                    .evidence()
                    .invalid()
                    .map(reason -> TrialVerdict.unchecked(Verdict.INVALID, reason))
                    .orElseGet(() -> check(trial));
            return result(trial, judged);
        });
    }

    private TrialVerdict check(Staged trial) {
        try {
            trial.trial().awaitHealed();
            return TrialVerdict.of(
                    trial.cell(),
                    Checker.check(history(trial)),
                    trial.trial().evidence().deviations());
        } catch (BarrierException | GateException e) {
            return TrialVerdict.unchecked(Verdict.UNKNOWN, e.getMessage());
        }
    }

    private RecordedHistory history(Staged trial) {
        String servers = on.cluster().bootstrapServers();
        Map<Integer, Long> barriers = Barrier.write(
                servers,
                trial.topic(),
                trial.writers().partitions(),
                trial.writers().run(),
                PATIENCE);
        return new RecordedHistory(
                trial.ledger().attempts(),
                trial.ledger().transactions(),
                Reader.read(servers, trial.topic(), Isolation.READ_UNCOMMITTED, barriers, PATIENCE),
                Reader.read(servers, trial.topic(), Isolation.READ_COMMITTED, barriers, PATIENCE),
                trial.trial().looks(),
                onDisk(trial.topic()));
    }

    /**
     * Returns the ids on the brokers' disks, empty if not every broker's disk can be read from
     * here.
     */
    private Optional<Set<RecordId>> onDisk(String topic) {
        List<Integer> brokers = on.cluster().brokers();
        List<Path> directories = brokers.stream()
                .map(broker -> on.cluster().dataDirectory(broker))
                .flatMap(Optional::stream)
                .toList();
        return directories.size() == brokers.size()
                ? Optional.of(SegmentScan.ids(directories, topic))
                : Optional.empty();
    }

    private TrialResult result(Staged trial, TrialVerdict judged) {
        return new TrialResult(
                trial.cell(),
                trial.number(),
                startedAt,
                Duration.ofNanos(System.nanoTime() - start),
                judged,
                trial.trial().evidence().observed(trial.writers().retries()));
    }

    private <T> List<T> together(Function<Staged, T> work) {
        List<CompletableFuture<T>> parts = staged.stream()
                .map(trial -> CompletableFuture.supplyAsync(() -> work.apply(trial), threads))
                .toList();
        return parts.stream().map(CompletableFuture::join).toList();
    }
}
