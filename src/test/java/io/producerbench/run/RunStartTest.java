package io.producerbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.cluster.FakeCluster;
import io.producerbench.environment.GitState;
import io.producerbench.environment.Machine;
import io.producerbench.jmh.ForkJvm;
import io.producerbench.load.ClientVersion;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import io.producerbench.results.RunIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStartTest {
    private static final RunStart START = new RunStart(
            new GitState("a31fb7a0123456789abcdef0123456789abcdef0", true),
            Machine.read(),
            new ForkJvm("java", "25.0.1"),
            Instant.parse("2026-11-23T16:43:11.123Z"),
            true);

    @TempDir
    Path results;

    @Test
    void the_name_of_a_run_says_when_it_began_and_of_which_code() {
        assertThat(START.runId()).isEqualTo("20261123T164311Z-a31fb7a-dirty");
    }

    @Test
    void rows_of_the_checkout_name_its_commit_the_client_here_and_the_forks_jdk() {
        RunIdentity run = START.identity(directory(), "processes", "4.4.0", 7);

        assertThat(run.runId()).isEqualTo(START.runId());
        assertThat(run.commit()).isEqualTo(START.git().commit());
        assertThat(run.dirty()).isTrue();
        assertThat(run.clientVersion()).isEqualTo(ClientVersion.read());
        assertThat(run.brokerVersion()).isEqualTo("4.4.0");
        assertThat(run.jdk()).isEqualTo("25.0.1");
        assertThat(run.seed()).isEqualTo(7);
    }

    @Test
    void rows_of_other_code_name_that_code() {
        RunStart.Code other = new RunStart.Code("b3", "4.2.0");

        RunIdentity run = START.identity(directory(), other, "processes", "4.3.1", 7);

        assertThat(run.commit()).isEqualTo("b3");
        assertThat(run.clientVersion()).isEqualTo("4.2.0");
    }

    @Test
    void every_environment_begins_alike_and_each_run_adds_its_own_facts() throws IOException {
        RunDirectory directory = directory();

        EnvironmentReport.of(START)
                .withBrokerJdk(FakeCluster.ofThree())
                .with("seed", 7)
                .write(directory);

        Map<?, ?> facts = RunFile.readJson(directory.environment());
        assertThat(facts.keySet().stream().map(String::valueOf))
                .containsExactly("machine", "clock", "git", "beside", "jdk", "jvm_variables", "seed");
        assertThat((Map<?, ?>) facts.get("git"))
                .isEqualTo(Map.of("commit", START.git().commit(), "dirty", true));
        assertThat(((Map<?, ?>) facts.get("jdk")).keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrder("suite", "fork", "broker");
        assertThat(((Map<?, ?>) facts.get("jdk")).get("fork")).isEqualTo("25.0.1");
    }

    @Test
    void digests_are_of_kafkas_jars_alone() throws IOException {
        Path jars = Files.createDirectory(results.resolve("jars"));
        Files.writeString(jars.resolve("kafka_2.13-4.3.1.jar"), "abc");
        Files.writeString(jars.resolve("jackson-core.jar"), "abc");

        assertThat(EnvironmentReport.digests(Optional.of(jars)))
                .containsEntry(
                        "kafka_2.13-4.3.1.jar", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
                .doesNotContainKey("jackson-core.jar");
    }

    private RunDirectory directory() {
        return RunDirectory.create(results, START.runId());
    }
}
