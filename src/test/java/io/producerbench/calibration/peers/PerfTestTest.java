package io.producerbench.calibration.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.failure.FailedStepException;
import io.producerbench.process.KernelTask;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PerfTestTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOTAL = "5 records sent, 46.949309 records/sec (4.39 MB/sec), 5.25 ms avg latency,"
            + " 251.00 ms max latency, 3 ms 50th, 19 ms 95th, 30 ms 99th, 41 ms 99.9th.";

    @TempDir
    Path directory;

    @BeforeEach
    void aJarThatLooksTheProgram() throws IOException {
        Files.createFile(directory.resolve("kafka-tools-4.3.1.jar"));
    }

    @Test
    void sends_as_fast_as_it_can_unless_told_otherwise() {
        PerfTest test = PerfTest.of(
                        Path.of("/jars"), "broker:9092", "orders", PerfTest.Records.atMaxRate(2_000_000_000_000L, 100))
                .withJava(Path.of("/jdk/bin/java"));

        assertThat(test.command(Path.of("/scratch/producer.properties")))
                .containsExactly(
                        "/jdk/bin/java",
                        "-Xms1g",
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseG1GC",
                        "-Duser.language=en",
                        "-Duser.country=US",
                        "-cp",
                        "/jars/*",
                        "org.apache.kafka.tools.ProducerPerformance",
                        "--bootstrap-server",
                        "broker:9092",
                        "--topic",
                        "orders",
                        "--num-records",
                        "2000000000000",
                        "--record-size",
                        "100",
                        "--throughput",
                        "-1",
                        "--command-config",
                        "/scratch/producer.properties");
    }

    @Test
    void is_told_the_rate_and_the_transactions() {
        PerfTest test = PerfTest.of(
                        Path.of("/jars"), "broker:9092", "orders", PerfTest.Records.atRate(2_000.5, 10, 100))
                .withTransactions("some-id", Duration.ofMillis(100));

        assertThat(test.command(Path.of("/settings")))
                .containsSequence("--throughput", "2000.5")
                .endsWith("--transactional-id", "some-id", "--transaction-duration-ms", "100");
    }

    @Test
    void refuses_what_it_could_not_do() {
        assertThatThrownBy(() -> PerfTest.Records.atMaxRate(0, 100)).hasMessageContaining("got 0 of 100");
        assertThatThrownBy(() -> PerfTest.Records.atMaxRate(1, 0)).hasMessageContaining("got 1 of 0");
        assertThatThrownBy(() -> PerfTest.Records.atRate(-1, 1, 1)).hasMessageContaining("use atMaxRate");
        assertThatThrownBy(() -> PerfTest.Records.atRate(Double.NaN, 1, 1)).hasMessageContaining("got NaN");
        assertThatThrownBy(() -> new PerfTest.Transactions("id", Duration.ofNanos(1)))
                .hasMessageContaining("at least 1 ms, got PT0.000000001S");
    }

    @Test
    void transactions_are_not_begun_by_a_setting() {
        Map<String, String> settings = Map.of("transactional.id", "a");

        assertThatThrownBy(() -> fake("exit 0").withProducerSettings(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use withTransactions");
    }

    @Test
    void hands_over_the_producers_settings() throws IOException {
        Path copy = directory.resolve("copy");
        PerfTest test = fake("for argument; do last=$argument; done", "cp \"$last\" " + copy, "echo '" + TOTAL + "'")
                .withProducerSettings(Map.of("linger.ms", "5", "acks", "all"));

        try (PerfTestProcess process = test.start(directory)) {
            assertThat(process.await(PATIENCE).p99Ms()).isEqualTo(30);
        }

        assertThat(Files.readAllLines(copy)).contains("linger.ms=5", "acks=all");
    }

    @Test
    void a_failed_run_says_its_last_words() throws IOException {
        try (PerfTestProcess process =
                fake("echo one", "echo no such topic >&2", "exit 3").start(directory)) {
            assertThatThrownBy(() -> process.await(PATIENCE))
                    .isInstanceOf(FailedStepException.class)
                    .hasMessageStartingWith("kafka-producer-perf-test exited with code 3, expected 0")
                    .hasMessageEndingWith("\n  one\n  no such topic");
        }
    }

    @Test
    void a_run_without_a_total_says_its_last_words() throws IOException {
        try (PerfTestProcess process = fake("echo hello").start(directory)) {
            assertThatThrownBy(() -> process.await(PATIENCE))
                    .isInstanceOf(FailedStepException.class)
                    .hasMessageContaining("expected kafka-producer-perf-test to print a total")
                    .hasMessageEndingWith("\n  hello");
        }
    }

    @Test
    void a_record_that_was_not_acknowledged_fails_the_run() throws IOException {
        String four = "4" + TOTAL.substring(1);
        try (PerfTestProcess process =
                fake("echo '" + four + "'", "echo timed out >&2").start(directory)) {
            assertThatThrownBy(() -> process.await(PATIENCE))
                    .isInstanceOf(FailedStepException.class)
                    .hasMessageContaining("5 records acknowledged, got 4")
                    .hasMessageEndingWith("\n  timed out");
        }
    }

    @Test
    void a_run_that_takes_too_long_is_given_up_and_ends_when_closed() throws IOException {
        PerfTestProcess process = fake("exec sleep 600").start(directory);
        try (process) {
            assertThatThrownBy(() -> process.await(Duration.ofMillis(10)))
                    .isInstanceOf(FailedStepException.class)
                    .hasMessageContaining("did not end within PT0.01S");
            assertThat(process.handle().isAlive()).isTrue();
        }
        assertThat(process.handle().isAlive()).isFalse();
    }

    @Test
    void an_interrupted_thread_can_close() throws IOException {
        PerfTestProcess process = fake("exec sleep 600").start(directory);

        Thread.currentThread().interrupt();
        process.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(process.handle().isAlive()).isFalse();
    }

    @Test
    void does_not_outlive_a_killed_parent() throws IOException {
        Path java = fake("exec sleep 600").java();
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OrphanedPerfTest.class.getName(),
                        java.toString(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = parent.inputReader()) {
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();

            parent.destroyForcibly();

            // Whoever inherits it may be slow to bury it.
            Awaitility.await().atMost(PATIENCE).until(() -> isDead(child));
        } finally {
            parent.destroyForcibly();
        }
    }

    private static boolean isDead(ProcessHandle process) {
        return !process.isAlive()
                || KernelTask.first(KernelTask.PROC, process.pid())
                        .state()
                        .filter(letter -> letter == 'Z')
                        .isPresent();
    }

    @Test
    void missing_jars_are_asked_for(@TempDir Path empty) {
        PerfTest test = PerfTest.of(empty, "broker:9092", "orders", PerfTest.Records.atMaxRate(5, 100));

        assertThatThrownBy(() -> test.start(directory))
                .isInstanceOf(FailedStepException.class)
                .hasMessage("expected the jars of kafka-producer-perf-test, found no kafka-tools in " + empty
                        + ": run ./mvnw -q -f src/peers/pom.xml process-resources");
    }

    @Test
    void a_java_that_cannot_be_run_is_named() throws IOException {
        PerfTest test = fake("exit 0").withJava(Path.of("/no/java"));

        assertThatThrownBy(() -> test.start(directory))
                .isInstanceOf(FailedStepException.class)
                .hasMessageStartingWith("could not start kafka-producer-perf-test by /no/java in ");
    }

    /** Five records to be sent by a shell script in the place of java. */
    private PerfTest fake(String... script) throws IOException {
        Path java = directory.resolve("java");
        Files.writeString(java, "#!/bin/sh\n" + String.join("\n", List.of(script)) + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return PerfTest.of(directory, "broker:9092", "orders", PerfTest.Records.atMaxRate(5, 100))
                .withJava(java);
    }
}
