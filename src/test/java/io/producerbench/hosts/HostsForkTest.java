package io.producerbench.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.producerbench.benchmarks.FixedRate;
import io.producerbench.hosts.HostsFork.HostsRun;
import io.producerbench.hosts.LaneStatus.LanePhase;
import io.producerbench.jmh.ForkFailure;
import io.producerbench.jmh.ForkIterations;
import io.producerbench.latency.Latency;
import io.producerbench.load.ForkConfig;
import io.producerbench.process.FreePort;
import io.producerbench.results.CsvRows;
import io.producerbench.results.sample.ForkResult;
import io.producerbench.results.sample.MachineLimits;
import io.producerbench.scenario.AScenario;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.TimeValue;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a driver says when something on a load host fails. Coordinator and agents are real; what the
 * agents start is a script that says once a second that it is warming up. All tests are samples of
 * one run, so each also shows that a run goes on after the failure before it.
 */
@Tag("cluster")
@Timeout(240)
class HostsForkTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Notes the id of its process, and goes on until its output is closed or it is told to end. */
    private static final String WARMING = """
            read -r order
            echo $$ > lane.pid.tmp && mv lane.pid.tmp lane.pid
            n=0
            while :; do
              n=$((n+1))
              echo "{\\"status\\":{\\"phase\\":\\"WARMING\\",\\"sequence\\":$n,\\"facts\\":null,\\"result\\":null}}" || exit 1
              sleep 1
            done
            """;

    private static final String OTHER_JAR = """
            read -r order
            echo '{"status":{"phase":"READY","sequence":1,"facts":{"jarSha256":"00","jdk":"17","commit":"c","kernel":"k"},"result":null}}'
            read -r nothing
            """;

    private static final Scenario SCENARIO = AScenario.with(Map.of(Axis.RATE, "1000"));

    @TempDir
    static Path run;

    private static Path hosts;
    private static int secondPort;
    private static RunningAgent one;
    private static HostsFork fork;

    @TempDir
    Path second;

    private RunningAgent two;
    private String topic;

    @BeforeAll
    static void startFirst() throws IOException {
        int firstPort = FreePort.next();
        secondPort = FreePort.next();
        hosts = Files.writeString(
                run.resolve("hosts.json"),
                ("{'platform':'org.apache.kafka.trogdor.basic.BasicPlatform','nodes':{"
                                + "'driver':{'hostname':'127.0.0.1','trogdor.agent.port':0,'trogdor.coordinator.port':"
                                + FreePort.next() + "},"
                                + "'load-1':{'hostname':'127.0.0.1','trogdor.agent.port':" + firstPort + "},"
                                + "'load-2':{'hostname':'127.0.0.1','trogdor.agent.port':" + secondPort + "}}}")
                        .replace('\'', '"'));
        one = RunningAgent.start(first(), hosts, "load-1", firstPort, WARMING);
        await().atMost(PATIENCE).until(one::answers);
        fork = new HostsFork(
                new HostsRequest(HostsFile.read("--hosts", hosts), "", RunningAgent.PROJECT, RunningAgent.version()),
                new ForkIterations(1, TimeValue.seconds(60), 1, TimeValue.seconds(60)),
                new HostsRun(
                        "run",
                        run.resolve("handover"),
                        run.resolve("hosts.csv"),
                        run.resolve("coordinator.log"),
                        MachineLimits.DEFAULT,
                        Optional::empty,
                        note -> {}));
    }

    private static Path first() throws IOException {
        return Files.createDirectories(run.resolve("first"));
    }

    @AfterAll
    static void endFirst() {
        if (fork != null) {
            fork.close();
        }
        if (one != null) {
            one.close();
        }
    }

    @AfterEach
    void endSecond() throws IOException {
        one.runs(WARMING);
        if (two != null) {
            two.close();
            // A stopped process must go on before it can find out that its agent is gone.
            lane(second).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private void startSecond(String lane) throws IOException {
        two = RunningAgent.start(second, hosts, "load-2", secondPort, lane);
        await().atMost(PATIENCE).until(two::answers);
    }

    /** Returns what the agent in this directory has started; empty if it has ended, or is not there yet. */
    private static Optional<ProcessHandle> lane(Path agent) throws IOException {
        Path pid = agent.resolve("lane.pid");
        return Files.exists(pid)
                ? ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                : Optional.empty();
    }

    private CompletableFuture<RunResult> started(String name) {
        topic = name;
        new ForkConfig("127.0.0.1:1", topic, 1).write(run.resolve("handover"));
        return CompletableFuture.supplyAsync(() -> {
            try {
                return fork.run(FixedRate.class, SCENARIO);
            } catch (ForkFailure e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        });
    }

    /** Returns a sample of which the driver has heard both lanes. Until then it waits longer for them. */
    private CompletableFuture<RunResult> running(String name) {
        CompletableFuture<RunResult> running = started(name);
        RestClient coordinator = RestClient.of(HostsFile.read("--hosts", hosts).coordinatorUrl());
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> running.isDone() || hasSpoken(coordinator, "load-1") && hasSpoken(coordinator, "load-2"));
        return running;
    }

    private boolean hasSpoken(RestClient coordinator, String host) throws IOException {
        return coordinator
                .get("/coordinator/tasks/" + topic + "-" + host)
                .filter(task -> task.path("status").has("phase"))
                .isPresent();
    }

    private ProcessHandle laneOfSecond() throws IOException {
        return lane(second).orElseThrow();
    }

    private static void stop(ProcessHandle process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** The second host is named, and the first one's lane ends with the sample. */
    private void assertNamed(CompletableFuture<RunResult> running, String... reason) throws IOException {
        Optional<ProcessHandle> ofFirst = lane(first());
        assertThatThrownBy(() -> running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .hasMessageContaining("host load-2")
                .hasMessageContainingAll(reason);
        assertThat(rows(topic))
                .extracting(row -> row.get("host") + " " + row.get("status"))
                .containsExactly("load-1 STOPPED", "load-2 FAILED");
        await().atMost(PATIENCE)
                .until(() -> ofFirst.filter(ProcessHandle::isAlive).isEmpty());
    }

    private static List<Map<String, String>> rows(String topic) {
        return CsvRows.cells(run.resolve("hosts.csv")).stream()
                .filter(row -> row.get("topic").equals(topic))
                .toList();
    }

    @Test
    void a_lane_that_is_killed_fails_the_sample() throws Exception {
        startSecond(WARMING);
        CompletableFuture<RunResult> running = running("lane-killed");

        laneOfSecond().destroyForcibly();

        assertNamed(running, "without a result");
    }

    @Test
    void a_lane_that_is_stopped_fails_the_sample() throws Exception {
        startSecond(WARMING);
        CompletableFuture<RunResult> running = running("lane-stopped");

        stop(laneOfSecond());

        assertNamed(running, "lost", "10 s");
    }

    @Test
    void an_agent_that_is_killed_fails_the_sample_and_its_lane_ends() throws Exception {
        startSecond(WARMING);
        CompletableFuture<RunResult> running = running("agent-killed");
        ProcessHandle lane = laneOfSecond();

        two.process().destroyForcibly();

        assertNamed(running, "lost", "10 s");
        await().atMost(PATIENCE).until(() -> !lane.isAlive());
    }

    @Test
    void an_agent_that_is_stopped_fails_the_sample() throws Exception {
        startSecond(WARMING);
        CompletableFuture<RunResult> running = running("agent-stopped");

        stop(two.process().toHandle());

        assertNamed(running, "lost", "10 s");
    }

    /** Returns a lane that says at once that it has measured this. */
    private static String measured(Path directory, LaneResult result) throws IOException {
        LaneStatus done = new LaneStatus(LanePhase.DONE, 1, HostFacts.of(RunningAgent.PROJECT), result);
        Path file = Files.writeString(
                directory.resolve("done.json"), JsonMapper.shared().writeValueAsString(Map.of("status", done)) + "\n");
        return "read -r order\ncat " + file + "\n";
    }

    @Test
    void the_result_is_the_sum_of_what_the_hosts_measured() throws Exception {
        LaneResult first = ALane.result(600, 600, 1);
        LaneResult other = ALane.result(400, 400, 2);
        one.runs(measured(first(), first));
        startSecond(measured(second, other));

        RunResult sum = started("sum").get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        ForkResult result = ForkResult.from(sum, SCENARIO.guarantee().acks());
        assertThat(result.counts().recordsPerSecond()).isEqualTo(1_000);
        Histogram both = ALane.latencies(600, 1);
        both.add(ALane.latencies(400, 2));
        assertThat(result.latency(Latency.ACK)).contains(both);
        assertThat(rows("sum"))
                .extracting(row -> row.get("host") + " " + row.get("status") + " " + row.get("acknowledged"))
                .containsExactly("load-1 OK 600", "load-2 OK 400");
    }

    @Test
    void a_host_that_gives_less_than_its_share_fails_the_sample() throws Exception {
        one.runs(measured(first(), ALane.result(1_000, 1_000, 1)));
        startSecond(measured(second, ALane.result(1_000, 900, 2)));

        assertThatThrownBy(() -> started("straggler").get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .hasMessageContaining("host load-2: straggles: it sent 900 of the 1000 records");
        assertThat(rows("straggler"))
                .extracting(row -> row.get("host") + " " + row.get("status"))
                .containsExactly("load-1 STOPPED", "load-2 FAILED");
    }

    @Test
    void a_coordinator_that_is_killed_fails_the_sample_and_the_next_one_has_another() throws Exception {
        startSecond(WARMING);
        CompletableFuture<RunResult> running = running("coordinator-killed");

        coordinator().destroyForcibly();

        assertThatThrownBy(() -> running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .hasMessageContaining("the coordinator of the load hosts");
        assertThat(rows("coordinator-killed"))
                .extracting(row -> row.get("host") + " " + row.get("status"))
                .containsExactly("load-1 STOPPED", "load-2 STOPPED");

        one.runs(measured(first(), ALane.result(1, 1, 1)));
        two.runs(measured(second, ALane.result(1, 1, 2)));
        assertThat(started("with-another").get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isNotNull();
    }

    private static ProcessHandle coordinator() {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().commandLine().orElse("").contains("GuardedCoordinator"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_host_whose_clock_is_ahead_is_refused() throws Exception {
        HttpServer ahead = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), secondPort), 0);
        ahead.createContext("/agent/uptime", exchange -> {
            byte[] answer = ("{\"serverStartMs\":1,\"nowMs\":" + (System.currentTimeMillis() + 200) + "}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer);
            }
        });
        ahead.start();
        try {
            assertThatThrownBy(() -> started("ahead").get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .hasMessageContainingAll("host load-2", "its clock is", "synchronise it");
            assertThat(rows("ahead"))
                    .extracting(row -> row.get("host") + " " + row.get("status"))
                    .containsExactly("load-1 STOPPED", "load-2 FAILED");
        } finally {
            ahead.stop(0);
        }
    }

    @Test
    void another_jar_is_refused() throws Exception {
        startSecond(OTHER_JAR);

        assertNamed(started("other-jar"), "SHA-256 00", "give all hosts the same build");
    }

    @Test
    void an_agent_that_is_not_there_is_named_before_anything_is_started() {
        assertThatThrownBy(() -> HostsFork.requireAgents(HostsFile.read("--hosts", hosts)))
                .hasMessageContainingAll("host load-2", "no agent answers", "./run-bench.sh agent");
    }
}
