package io.producerbench.cluster.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.cluster.BrokerControl;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.TestBrokers;
import io.producerbench.process.ThreadState;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How clusters of processes begin and end; each test has a cluster of its own. */
@Tag("cluster")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ProcessClusterLifeTest {

    private static final Pattern WORKSPACE = Pattern.compile("(/\\S*/producer-bench-\\d+)");

    @Test
    void says_which_broker_died_and_leaves_nothing_when_closed() {
        Cluster cluster = ClusterKind.PROCESSES.start(TestBrokers.spec());
        Path workspace = cluster.dataDirectory().orElseThrow().getParent();
        try (cluster) {
            ProcessHandle victim = TestBrokers.processesIn(workspace)
                    .filter(process -> TestBrokers.commandLine(process).contains("broker-2"))
                    .findFirst()
                    .orElseThrow();
            assertThat(cluster.failure()).isEmpty();

            victim.destroyForcibly();

            patiently().until(() -> cluster.failure().isPresent());
            assertThat(cluster.failure().orElseThrow())
                    .startsWith("broker-2 exited with code 137; last log line: [")
                    .doesNotContain("\n");
            assertThat(cluster.brokerCpuNanos()).isEmpty();
            BrokerControl control = cluster.control().orElseThrow();
            assertThat(control.dead()).isEmpty();
            control.kill(2);
            assertThatThrownBy(() -> control.restart(2))
                    .isInstanceOf(ClusterException.class)
                    .hasMessage("expected broker-2 to have been killed to restart it, but broker-2 exited with code 137"
                            + " by itself: start another cluster");
            assertThatThrownBy(control::heal)
                    .isInstanceOf(ClusterException.class)
                    .hasMessageStartingWith(
                            "broker-2 exited with code 137 while the cluster was healed; last log line: ");
            assertThat(cluster.failure()).isPresent();
        }
        assertThat(TestBrokers.processesIn(workspace)).isEmpty();
        assertThat(workspace).doesNotExist();
        cluster.close();
    }

    @Test
    void an_interrupted_thread_can_close() {
        Cluster cluster = ClusterKind.PROCESSES.start(TestBrokers.spec());
        Path workspace = cluster.dataDirectory().orElseThrow().getParent();

        Thread.currentThread().interrupt();
        cluster.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(TestBrokers.processesIn(workspace)).isEmpty();
        assertThat(workspace).doesNotExist();
    }

    @Test
    void brokers_do_not_outlive_a_killed_parent() throws IOException {
        Process parent = startOrphanage();
        try (BufferedReader said = parent.inputReader()) {
            Path workspace = workspaceIn(said.readLine());
            assertThat(TestBrokers.brokers(parent.toHandle())).hasSize(3);

            parent.destroyForcibly();

            patiently().until(() -> TestBrokers.processesIn(workspace).findAny().isEmpty());
            assertThat(workspace).doesNotExist();
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void paused_and_restarted_brokers_do_not_outlive_a_killed_parent_either() throws IOException {
        Process parent = startOrphanage(OrphanedCluster.HURT);
        try (BufferedReader said = parent.inputReader()) {
            Path workspace = workspaceIn(said.readLine());
            assertThat(TestBrokers.brokers(parent.toHandle()))
                    .hasSize(2)
                    // Were they not, they would end by themselves when their directory goes.
                    .allMatch(broker -> ThreadState.of(broker.pid()).allStopped());

            parent.destroyForcibly();

            patiently().until(() -> TestBrokers.processesIn(workspace).findAny().isEmpty());
            assertThat(workspace).doesNotExist();
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void a_cluster_with_dead_and_paused_brokers_can_be_closed_and_strangers_are_let_alone() throws IOException {
        Cluster cluster = ClusterKind.PROCESSES.start(TestBrokers.alert(TestBrokers.spec()));
        Path workspace = cluster.dataDirectory().orElseThrow().getParent();
        BrokerControl control = cluster.control().orElseThrow();
        Process decoy = decoyOf(TestBrokers.broker(cluster, 2));
        try (cluster) {
            control.kill(1);
            control.pause(2);
            assertThat(control.dead()).containsExactly(1);
            assertThat(control.paused()).containsExactly(2);
            assertThat(cluster.failure()).isEmpty();

            cluster.close();

            assertThat(TestBrokers.processesIn(workspace)).containsExactly(decoy.toHandle());
            assertThat(ThreadState.of(decoy.pid()).noneStopped()).isTrue();
            assertThat(workspace).doesNotExist();
        } finally {
            decoy.destroyForcibly();
        }
    }

    @Test
    void brokers_do_not_outlive_a_parent_that_ends_while_starting_them() throws IOException {
        Process parent = startOrphanage();
        try {
            patiently()
                    .until(() ->
                            TestBrokers.brokers(parent.toHandle()).findAny().isPresent());
            ProcessHandle broker =
                    TestBrokers.brokers(parent.toHandle()).findFirst().orElseThrow();
            Path workspace = workspaceIn(TestBrokers.commandLine(broker));

            parent.destroy();

            patiently().until(() -> TestBrokers.processesIn(workspace).findAny().isEmpty());
            assertThat(workspace).doesNotExist();
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void a_java_that_fails_is_named_with_its_last_words(@TempDir Path directory) throws IOException {
        Path java = java(directory, "case \"$*\" in *broker-2*) echo no such heap; exit 1;; *) exec sleep 60;; esac");

        assertThatThrownBy(() -> ClusterKind.PROCESSES.start(
                        TestBrokers.withJava(java).withFailedLogs(directory.resolve("failed"))))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("broker-2 exited with code 1 before the cluster was up; "
                        + "last log line: no such heap; all logs are in " + directory);

        try (Stream<Path> kept = Files.list(directory.resolve("failed"))) {
            Path logs = kept.findFirst().orElseThrow();
            assertThat(logs.resolve("broker-2.log")).hasContent("no such heap");
            Path workspace = Path.of(System.getProperty("java.io.tmpdir")).resolve(logs.getFileName());
            assertThat(workspace).doesNotExist();
            assertThat(TestBrokers.processesIn(workspace)).isEmpty();
        }
    }

    @Test
    void a_start_that_lost_a_port_is_tried_again(@TempDir Path directory) throws IOException {
        Path once = directory.resolve("once");
        Path java = java(directory, "mkdir " + once + " && echo Address already in use && exit 1");

        try (Cluster cluster = ClusterKind.PROCESSES.start(TestBrokers.withJava(java))) {
            assertThat(once).exists();
            assertThat(cluster.failure()).isEmpty();
        }
    }

    @Test
    void no_more_than_three_starts_are_tried(@TempDir Path directory) throws IOException {
        Path starts = directory.resolve("starts");
        Path java = java(
                directory,
                "case \"$*\" in *controller-100*) echo start >>" + starts + ";; *) exec sleep 60;; esac",
                "echo Address already in use",
                "exit 1");

        assertThatThrownBy(() -> ClusterKind.PROCESSES.start(TestBrokers.withJava(java)))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("Address already in use");
        assertThat(starts).hasContent("start\nstart\nstart");
    }

    /** A java that does this before it becomes the real one. */
    private static Path java(Path directory, String... first) throws IOException {
        String real = TestBrokers.spec().processes().java().toString();
        String script = "#!/bin/sh\n" + String.join("\n", first) + "\nexec " + real + " \"$@\"\n";
        Path java = directory.resolve("java");
        Files.writeString(java, script);
        return Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /**
     * A process that no list of processes tells from this broker, but which the cluster did not
     * start.
     */
    private static Process decoyOf(ProcessHandle broker) throws IOException {
        String[] commandLine = broker.info().arguments().orElseThrow();
        List<String> decoy = new ArrayList<>(List.of("sh", "-c", "read -r end_of_this_test"));
        decoy.addAll(List.of(commandLine));
        return new ProcessBuilder(decoy).start();
    }

    private static Process startOrphanage(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                TestBrokers.spec().processes().java().toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OrphanedCluster.class.getName(),
                TestBrokers.VERSION,
                TestBrokers.JARS.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Path workspaceIn(String line) {
        Matcher workspace = WORKSPACE.matcher(line);
        assertThat(workspace.find()).as(line).isTrue();
        return Path.of(workspace.group(1));
    }

    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }
}
