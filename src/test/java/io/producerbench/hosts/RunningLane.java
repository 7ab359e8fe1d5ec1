package io.producerbench.hosts;

import com.sun.net.httpserver.HttpServer;
import io.producerbench.process.WholeCommandLine;
import io.producerbench.scenario.AScenario;
import io.producerbench.scenario.Axis;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A lane in a process of its own, with this test as its agent and its coordinator. Its brokers are
 * not there, so its fork warms up until something ends it.
 */
final class RunningLane implements AutoCloseable {
    private static final String TASK = "topic-load-1";
    private static final int NOBODY = 1;

    private final HttpServer coordinator;
    private final AtomicReference<String> state = new AtomicReference<>("RUNNING");
    private final Path output;
    private final Process process;

    private RunningLane(Path home) throws IOException {
        coordinator = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        coordinator.createContext("/coordinator/tasks/" + TASK, exchange -> {
            byte[] answer = ("{\"state\":\"" + state.get() + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer);
            }
        });
        coordinator.start();
        output = Files.createTempFile(home, "output", "");
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunningLane.class.getName(),
                        home.toString())
                .redirectOutput(output.toFile())
                .redirectError(home.resolve("stderr").toFile())
                .start();
        tell(order());
    }

    static RunningLane start(Path home) throws IOException {
        return new RunningLane(home);
    }

    /** The process. */
    public static void main(String[] arguments) {
        PrintStream answers = System.out;
        System.setOut(System.err); // JMH writes some lines to it
        boolean measured = LaneProcess.run(System.in, answers, Path.of(arguments[0]));
        System.exit(measured ? 0 : 3);
    }

    private void tell(LaneOrder order) throws IOException {
        String line = JsonMapper.shared().writeValueAsString(Map.of("id", TASK, "workload", order));
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    private LaneOrder order() {
        return new LaneOrder(
                LaneOrder.PROTOCOL,
                TASK,
                "go-topic",
                "http://127.0.0.1:" + coordinator.getAddress().getPort(),
                LaneOrder.settings(AScenario.with(Map.of(Axis.ACKS, "all"))),
                0,
                2,
                new LaneOrder.LaneTarget("127.0.0.1:" + NOBODY, "topic", 1),
                "",
                new LaneOrder.LaneIterations(1, 1_000_000_000, 1, 1_000_000_000));
    }

    /** Returns the fork, once it is there. */
    List<ProcessHandle> fork() {
        return process.descendants()
                .filter(child -> WholeCommandLine.of(child).contains("ForkedMain"))
                .toList();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Returns what it has told its agent. */
    List<String> output() throws IOException {
        return Files.readAllLines(output);
    }

    /** What happens to its input when its agent dies. */
    void endAgent() throws IOException {
        process.getOutputStream().close();
    }

    void endCoordinator() {
        coordinator.stop(0);
    }

    void stopTask() {
        state.set("DONE");
    }

    static boolean hasRun(Path home) {
        return Files.isDirectory(home.resolve("target/lanes").resolve(TASK));
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().orTimeout(30, TimeUnit.SECONDS).join();
        coordinator.stop(0);
    }
}
