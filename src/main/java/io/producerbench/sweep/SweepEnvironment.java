package io.producerbench.sweep;

import io.producerbench.cluster.ClientKeys;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.jmh.ForkJvm;
import io.producerbench.jmh.JmhFork;
import io.producerbench.load.ClientVersion;
import io.producerbench.load.Payloads;
import io.producerbench.load.ProducerSettings;
import io.producerbench.run.BrokerJars;
import io.producerbench.run.EnvironmentReport;
import io.producerbench.run.RunStart;
import io.producerbench.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What {@code environment.json} says about a sweep. */
final class SweepEnvironment {
    private SweepEnvironment() {}

    static EnvironmentReport of(RunStart start, SweepRequest request, SweepPlan plan, Cluster cluster, WarmUp warmUp) {
        Map<String, String> connection =
                ClientKeys.recorded(cluster.clientProperties().settings());
        boolean ownJars = request.clusterKind() == ClusterKind.PROCESSES;
        return EnvironmentReport.of(start)
                .withBrokerJdk(cluster)
                .with("jvm_flags", Map.of("fork", forkFlags(start.jvm(), plan), "broker", cluster.brokerJvmFlags()))
                .with(
                        "client",
                        Map.of("version", ClientVersion.read(), "settings", effectiveSettings(plan, connection)))
                .with("brokers", EnvironmentReport.brokers(cluster))
                .with("payload_entropy_bits_per_byte", Payloads.ENTROPY_BITS_PER_BYTE)
                .with("broker_warm_up", warmUp.rounds())
                .with("brokers_warm", warmUp.warmth().name().toLowerCase(Locale.ROOT))
                .with(
                        "digests",
                        EnvironmentReport.digests(
                                ownJars
                                        ? Optional.of(BrokerJars.in(request.project(), request.brokerVersion()))
                                        : Optional.empty()));
    }

    private static List<String> forkFlags(ForkJvm fork, SweepPlan plan) {
        List<String> user = JmhFork.userArgs(plan.jmh().options());
        List<String> flags = new ArrayList<>(fork.flags(user));
        flags.addAll(user);
        return flags;
    }

    /**
     * Returns the settings of each mode. Those that the axes vary are the settings of the mode's
     * first scenario.
     */
    private static Map<String, Map<String, String>> effectiveSettings(SweepPlan plan, Map<String, String> connection) {
        Map<String, Map<String, String>> byMode = new TreeMap<>();
        for (Scenario scenario : plan.grid().scenarios()) {
            byMode.computeIfAbsent(
                    scenario.guarantee().mode().label(), mode -> ProducerSettings.effective(scenario, connection));
        }
        return byMode;
    }
}
