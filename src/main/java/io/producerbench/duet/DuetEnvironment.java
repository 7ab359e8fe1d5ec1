package io.producerbench.duet;

import io.producerbench.cluster.Cluster;
import io.producerbench.duet.DuetBuilds.Ready;
import io.producerbench.jmh.JmhFork;
import io.producerbench.load.ProducerSettings;
import io.producerbench.run.EnvironmentReport;
import io.producerbench.run.RunStart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the content of {@code environment.json} for a duet. */
final class DuetEnvironment {
    private DuetEnvironment() {}

    static EnvironmentReport of(
            RunStart start, DuetRequest request, DuetPlan plan, List<Ready> arms, List<Cluster> clusters) {
        List<String> user = JmhFork.userArgs(plan.jmh().options());
        return EnvironmentReport.of(start)
                .withBrokerJdk(clusters.get(0))
                .with("jvm_flags", Map.of("fork", start.jvm().flags(user), "user", user))
                .with("arms", arms.stream().map(DuetEnvironment::arm).toList())
                .with(
                        "cells",
                        plan.scenarios().stream().map(DuetEnvironment::settings).toList())
                .with("left_out", plan.leftOut())
                .with(
                        "brokers",
                        clusters.stream().map(EnvironmentReport::brokers).toList())
                .with("against", request.against().label())
                .with("jmh_arguments", request.jmhArguments())
                .with("seed", request.seed())
                .with("most_blocks", plan.mostBlocks())
                .with("drop_rule", request.dropRule());
    }

    private static Map<String, Object> arm(Ready arm) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(
                "arm",
                arm.arm() instanceof DuetArm.Jar jar
                        ? jar.file().getFileName() + ""
                        : arm.arm().text());
        facts.put("kind", arm.arm().kind());
        facts.put("commit", arm.commit());
        facts.put("client_version", arm.clientVersion());
        facts.put("producer_settings", arm.producerSettings());
        facts.put("broker_version", arm.brokerVersion());
        facts.put("jar_sha256", arm.jar().map(EnvironmentReport::digest));
        return facts;
    }

    private static Map<String, Object> settings(PairedScenario scenario) {
        return Map.of(
                "scenario",
                scenario.base().name(),
                "base_settings",
                ProducerSettings.effective(scenario.base()),
                "new_settings",
                ProducerSettings.effective(scenario.other()));
    }
}
