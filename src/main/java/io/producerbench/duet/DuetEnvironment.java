package io.producerbench.duet;

import io.producerbench.cluster.Cluster;
import io.producerbench.duet.DuetBuilds.Ready;
import io.producerbench.environment.ClockCost;
import io.producerbench.environment.GitState;
import io.producerbench.environment.Machine;
import io.producerbench.environment.Sha256;
import io.producerbench.jmh.ForkJvm;
import io.producerbench.jmh.JmhFork;
import io.producerbench.load.ProducerSettings;
import io.producerbench.run.EnvironmentReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code environment.json} says of a duet: as of a sweep, and what the arms are. Holds no path and no secret. */
final class DuetEnvironment {
    private DuetEnvironment() {}

    static Map<String, Object> of(
            DuetRequest request,
            DuetPlan plan,
            GitState git,
            ForkJvm jvm,
            List<Ready> arms,
            Collection<Cluster> clusters) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("machine", Machine.read());
        facts.put("clock", ClockCost.measure());
        facts.put("git", git);
        facts.put(
                "jdk",
                Map.of("suite", EnvironmentReport.jdk(), "fork", jvm.version(), "broker", EnvironmentReport.jdk()));
        List<String> user = JmhFork.userArgs(plan.jmh().options());
        facts.put("jvm_flags", Map.of("fork", jvm.flags(user), "user", user));
        facts.put("arms", arms.stream().map(DuetEnvironment::arm).toList());
        facts.put(
                "cells",
                plan.scenarios().stream().map(DuetEnvironment::settings).toList());
        facts.put("left_out", plan.leftOut());
        facts.put("brokers", clusters.stream().map(EnvironmentReport::brokers).toList());
        facts.put("jmh_arguments", request.jmhArguments());
        facts.put("seed", request.seed());
        facts.put("most_blocks", plan.mostBlocks());
        facts.put("drop_rule", request.dropRule());
        return facts;
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
        facts.put("broker_version", arm.brokerVersion());
        facts.put("jar_sha256", arm.jar().map(DuetEnvironment::digest));
        return facts;
    }

    private static String digest(Path jar) {
        try {
            return Sha256.of(jar).hex();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
