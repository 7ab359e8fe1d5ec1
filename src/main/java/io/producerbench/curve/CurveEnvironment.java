package io.producerbench.curve;

import io.producerbench.cluster.ClientKeys;
import io.producerbench.cluster.Cluster;
import io.producerbench.jmh.JmhFork;
import io.producerbench.load.ProducerSettings;
import io.producerbench.run.EnvironmentReport;
import io.producerbench.run.RunStart;
import io.producerbench.sweep.WarmUp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Collects the content of {@code environment.json} for a curve. */
final class CurveEnvironment {
    private CurveEnvironment() {}

    static EnvironmentReport of(RunStart start, CurvePlan plan, Cluster cluster, WarmUp warmUp) {
        List<String> user = JmhFork.userArgs(plan.jmh().options());
        return EnvironmentReport.of(start)
                .withBrokerJdk(cluster)
                .with("jvm_flags", Map.of("fork", start.jvm().flags(user), "broker", cluster.brokerJvmFlags()))
                .with("settings", settings(plan, cluster))
                .with("brokers", EnvironmentReport.brokers(cluster))
                .with("broker_warm_up", warmUp.rounds())
                .with("brokers_warm", warmUp.warmth().name().toLowerCase(Locale.ROOT));
    }

    /** Returns the producer's effective settings of each scenario. */
    private static Map<String, Map<String, String>> settings(CurvePlan plan, Cluster cluster) {
        Map<String, String> connection =
                ClientKeys.recorded(cluster.clientProperties().settings());
        Map<String, Map<String, String>> byScenario = new TreeMap<>();
        plan.scenarios()
                .forEach(scenario -> byScenario.put(scenario.name(), ProducerSettings.effective(scenario, connection)));
        return byScenario;
    }
}
