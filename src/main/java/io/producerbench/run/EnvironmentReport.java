package io.producerbench.run;

import io.producerbench.calibration.CalibrationRequest;
import io.producerbench.calibration.discrimination.DiscriminationRequest;
import io.producerbench.cluster.BrokerImage;
import io.producerbench.cluster.ClientKeys;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.environment.ClockCost;
import io.producerbench.environment.FileSystemType;
import io.producerbench.environment.GitState;
import io.producerbench.environment.Machine;
import io.producerbench.environment.Sha256;
import io.producerbench.guarantees.GuaranteesRequest;
import io.producerbench.jmh.ForkJvm;
import io.producerbench.jmh.JmhFork;
import io.producerbench.load.ClientVersion;
import io.producerbench.load.Payloads;
import io.producerbench.load.ProducerSettings;
import io.producerbench.scenario.Scenario;
import io.producerbench.sweep.BrokerWarmUp;
import io.producerbench.sweep.SweepPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What {@code environment.json} says of a run, so that a number can be judged years later. Holds no path and no secret. */
public final class EnvironmentReport {
    private EnvironmentReport() {}

    public static Map<String, Object> of(
            Machine machine,
            GitState git,
            ForkJvm fork,
            Cluster cluster,
            SweepPlan plan,
            List<BrokerWarmUp.Round> warmUp) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("machine", machine);
        facts.put("clock", ClockCost.measure());
        facts.put("git", git);
        facts.put("jdk", jdks(cluster, fork));
        facts.put("jvm_flags", Map.of("fork", forkFlags(fork, plan), "broker", cluster.brokerJvmFlags()));
        Map<String, String> connection =
                ClientKeys.recorded(cluster.clientProperties().settings());
        facts.put("client", Map.of("version", ClientVersion.read(), "settings", effectiveSettings(plan, connection)));
        facts.put("brokers", brokers(cluster));
        facts.put("payload_entropy_bits_per_byte", Payloads.ENTROPY_BITS_PER_BYTE);
        facts.put("broker_warm_up", warmUp);
        return facts;
    }

    /** The same of a calibration, which begins before there are brokers. */
    public static Map<String, Object> ofCalibration(
            Machine machine, GitState git, ForkJvm fork, CalibrationRequest request, Scenario scenario) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("machine", machine);
        facts.put("clock", ClockCost.measure());
        facts.put("git", git);
        facts.put("jdk", Map.of("suite", jdk(), "fork", fork.version()));
        facts.put("jvm_flags", Map.of("fork", fork.flags(List.of())));
        facts.put("client", Map.of("version", ClientVersion.read(), "settings", ProducerSettings.effective(scenario)));
        facts.put("blocks", request.blocks());
        facts.put("seed", request.seed());
        if (request.peers()) {
            facts.put(
                    "peers",
                    Map.of(
                            "kafka_tools",
                            request.peerJars().getFileName().toString(),
                            "brokers",
                            request.brokerVersion()));
        }
        return facts;
    }

    /** The same of a proof of rates, which needs no brokers. */
    public static Map<String, Object> ofDiscrimination(
            Machine machine,
            GitState git,
            ForkJvm fork,
            DiscriminationRequest request,
            Scenario scenario,
            Duration slot) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("machine", machine);
        facts.put("clock", ClockCost.measure());
        facts.put("git", git);
        facts.put("jdk", Map.of("suite", jdk(), "fork", fork.version()));
        facts.put("jvm_flags", Map.of("fork", fork.flags(List.of())));
        facts.put("client", Map.of("version", ClientVersion.read(), "settings", ProducerSettings.effective(scenario)));
        facts.put("planted", request.planted());
        facts.put("blocks", request.blocks());
        facts.put("slot_ms", slot.toMillis());
        facts.put("seed", request.seed());
        return facts;
    }

    /** The same of trials, whose clients run in this JVM and set what each trial needs. */
    public static Map<String, Object> ofTrials(
            Machine machine, GitState git, GuaranteesRequest request, Cluster cluster) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("machine", machine);
        facts.put("git", git);
        facts.put("jdk", Map.of("suite", jdk(), "broker", brokerJdk(cluster)));
        facts.put("jvm_flags", Map.of("broker", cluster.brokerJvmFlags()));
        facts.put("client", Map.of("version", ClientVersion.read()));
        facts.put("brokers", brokers(cluster));
        facts.put("tier", request.tier());
        facts.put("trials", request.plan().trials());
        facts.put("seed", request.seed());
        return facts;
    }

    private static List<String> forkFlags(ForkJvm fork, SweepPlan plan) {
        List<String> user = JmhFork.userArgs(plan.jmh().options());
        List<String> flags = new ArrayList<>(fork.flags(user));
        flags.addAll(user);
        return flags;
    }

    /** Of brokers that somebody else runs nobody tells us; those in containers have one of their own. */
    private static Map<String, String> jdks(Cluster cluster, ForkJvm fork) {
        Map<String, String> jdks = new LinkedHashMap<>();
        jdks.put("suite", jdk());
        jdks.put("fork", fork.version());
        if (cluster.kind() != ClusterKind.EXTERNAL) {
            jdks.put("broker", brokerJdk(cluster));
        }
        return jdks;
    }

    private static String brokerJdk(Cluster cluster) {
        return cluster.image().map(BrokerImage::java).orElseGet(EnvironmentReport::jdk);
    }

    public static String jdk() {
        return System.getProperty("java.vendor") + " " + Runtime.version();
    }

    public static Map<String, Object> brokers(Cluster cluster) {
        Map<String, Object> brokers = new LinkedHashMap<>();
        brokers.put("kind", cluster.kind().label());
        brokers.put("version", cluster.brokerVersion());
        brokers.put("count", cluster.brokerCount());
        cluster.image().ifPresent(image -> brokers.put("image", Map.of("name", image.name(), "id", image.id())));
        brokers.put(
                "log_file_system",
                cluster.dataDirectory().flatMap(FileSystemType::of).map(FileSystemType::name));
        brokers.put("settings", cluster.brokerConfig());
        brokers.putAll(cluster.identity());
        return brokers;
    }

    /** By mode; the settings that the axes vary are those of the mode's first scenario. */
    private static Map<String, Map<String, String>> effectiveSettings(SweepPlan plan, Map<String, String> connection) {
        Map<String, Map<String, String>> byMode = new TreeMap<>();
        for (Scenario scenario : plan.grid().scenarios()) {
            byMode.computeIfAbsent(
                    scenario.guarantee().mode().label(), mode -> ProducerSettings.effective(scenario, connection));
        }
        return byMode;
    }

    /** Digests of what was measured: the benchmark jar, if we run from one, and the brokers' Kafka jars. */
    public static Map<String, String> digests(Optional<Path> benchmarkJar, Optional<Path> brokerJars) {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> jars = brokerJars.isPresent() ? Files.list(brokerJars.get()) : Stream.empty()) {
            for (Path jar : Stream.concat(benchmarkJar.stream(), jars.filter(EnvironmentReport::isKafka))
                    .toList()) {
                digests.put(jar.getFileName().toString(), Sha256.of(jar).hex());
            }
            return digests;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isKafka(Path jar) {
        return jar.getFileName().toString().startsWith("kafka");
    }
}
