package io.producerbench.duet;

import io.producerbench.cluster.TransactionVersion;
import io.producerbench.failure.UsageException;
import io.producerbench.jmh.ForkProtocol;
import io.producerbench.run.BrokerJars;
import io.producerbench.run.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Prepares the arms before brokers are started: builds their jars and fetches their brokers' jars.
 */
final class DuetBuilds {
    private final DuetRequest request;
    private final Worktrees worktrees;
    private final Progress progress;
    private final String head;

    DuetBuilds(DuetRequest request, Worktrees worktrees, String head, Progress progress) {
        this.request = request;
        this.worktrees = worktrees;
        this.head = head;
        this.progress = progress;
    }

    /**
     * An arm that can be measured.
     *
     * @param jar the class path of its forks; empty for the class path of this JVM
     * @param commit the commit whose code it measures; {@code unknown} for a jar
     */
    record Ready(
            DuetArm arm,
            Optional<Path> jar,
            String commit,
            Optional<String> clientVersion,
            String brokerVersion,
            Path brokerJars) {
        /** Returns what its cluster is known by: arms whose clusters would be alike share one. */
        ClusterKey cluster() {
            return new ClusterKey(
                    brokerVersion, arm instanceof DuetArm.Broker broker ? broker.protocol() : Optional.empty());
        }

        /** Returns the settings that only this arm's producers have, by Kafka's names. */
        Map<String, String> producerSettings() {
            return arm instanceof DuetArm.Client client ? client.settings() : Map.of();
        }
    }

    /** @param protocol which the brokers use for transactions; empty for the one that they begin with */
    record ClusterKey(String brokerVersion, Optional<TransactionVersion> protocol) {}

    /**
     * Prepares an arm.
     *
     * @throws UsageException if its forks and this JVM would not understand each other
     */
    Ready ready(DuetArm arm) {
        String brokers = arm instanceof DuetArm.Broker broker ? broker.version() : request.brokerVersion();
        Optional<Path> jar = jar(arm);
        Optional<ForkProtocol> protocol = jar.map(ForkProtocol::of);
        protocol.ifPresent(spoken -> requireUnderstood(arm, spoken));
        if (arm instanceof DuetArm.Client client) {
            ProducerSettingCheck.requireKnown(client.text(), client.settings(), jar.orElseThrow());
        }
        return new Ready(
                arm,
                jar,
                commit(arm),
                protocol.map(ForkProtocol::clientVersion),
                brokers,
                BrokerJars.of(brokers, request.project(), progress));
    }

    private Optional<Path> jar(DuetArm arm) {
        if (arm instanceof DuetArm.Commit commit) {
            return Optional.of(worktrees.jar(commit.sha(), Optional.empty()));
        }
        if (arm instanceof DuetArm.Client client) {
            return Optional.of(worktrees.jar(head, Optional.of(client.version())));
        }
        return arm instanceof DuetArm.Jar jar ? Optional.of(jar.file()) : Optional.empty();
    }

    private String commit(DuetArm arm) {
        if (arm instanceof DuetArm.Commit commit) {
            return commit.sha();
        }
        return arm instanceof DuetArm.Jar ? "unknown" : head;
    }

    private void requireUnderstood(DuetArm arm, ForkProtocol spoken) {
        if (!spoken.takesTurns()) {
            throw new UsageException(
                    arm.text() + ": expected benchmarks that can take turns, got older ones, which"
                            + " would send all the time; compare two commits that have load.Turns, or sweep each and use compare");
        }
        Path ours = request.project().resolve("target/benchmarks.jar");
        if (Files.exists(ours) && !spoken.agreesWith(ForkProtocol.of(ours))) {
            throw new UsageException(
                    arm.text() + ": expected benchmarks with the parameters and results of this checkout,"
                            + " got others, so its forks and this program would not understand each other; compare from a"
                            + " checkout of a commit that has the same, or sweep each and use compare");
        }
    }
}
