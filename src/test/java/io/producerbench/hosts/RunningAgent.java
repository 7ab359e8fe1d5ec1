package io.producerbench.hosts;

import io.producerbench.process.ChildJvm;
import io.producerbench.process.FreePort;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * The guarded agent as a process, in a directory of its own. There, {@code run-bench.sh} only notes
 * that it was started.
 */
final class RunningAgent implements AutoCloseable {
    static final String COORDINATOR = "127.0.0.1";
    static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final String NAME = "load-1";
    private static final int ANSWER_MS = 30_000;

    private final Path directory;
    private final int port;
    private final Process process;

    private RunningAgent(Path directory, int port, Process process) {
        this.directory = directory;
        this.port = port;
        this.process = process;
    }

    static RunningAgent start(Path directory) throws IOException {
        int port = FreePort.next();
        Path platform = Files.writeString(
                directory.resolve("hosts.json"),
                "{\"platform\":\"org.apache.kafka.trogdor.basic.BasicPlatform\",\"nodes\":{\"" + NAME
                        + "\":{\"hostname\":\"127.0.0.1\",\"trogdor.agent.port\":" + port + "}}}");
        return start(directory, platform, NAME, port, "read order\necho \"$*\" >> ran\n");
    }

    /** @param lane what {@code run-bench.sh} does in this agent's directory, as a shell script */
    static RunningAgent start(Path directory, Path platform, String name, int port, String lane) throws IOException {
        runs(directory, lane);
        List<String> arguments = new ArrayList<>(List.of(platform.toString(), name, "127.0.0.1", COORDINATOR));
        arguments.addAll(LoadAgent.COMMAND);
        List<String> command = TrogdorJars.in(PROJECT, version()).command("GuardedAgent", arguments);
        return new RunningAgent(
                directory,
                port,
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("agent.log").toFile())
                        .start());
    }

    /** Changes what {@code run-bench.sh} does when this agent starts it the next time. */
    void runs(String lane) throws IOException {
        runs(directory, lane);
    }

    private static void runs(Path directory, String lane) throws IOException {
        // Moved into place, because a shell reads its script while it runs.
        Path script = Files.writeString(directory.resolve("run-bench.sh.new"), "#!/bin/sh\n" + lane);
        if (!script.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + script + " executable");
        }
        Files.move(script, directory.resolve("run-bench.sh"), StandardCopyOption.REPLACE_EXISTING);
    }

    static String version() throws IOException {
        Properties build = new Properties();
        try (InputStream in = ChildJvm.class.getResourceAsStream("/io/producerbench/build.properties")) {
            build.load(in);
        }
        return build.getProperty("trogdor.version");
    }

    /** True once it answers. */
    boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the agent ended with exit code " + process.exitValue());
        }
        try {
            return ask(COORDINATOR, "GET", "/agent/status", "").startsWith("HTTP/1.1 200");
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the whole answer to one request from this address of the loopback interface. */
    String ask(String from, String method, String path, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0)) {
            socket.setSoTimeout(ANSWER_MS);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                                    + "Content-Type: application/json\r\nAccept: application/json\r\nContent-Length: "
                                    + bytes.length + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Process process() {
        return process;
    }

    /** The file that {@code run-bench.sh} writes its arguments to. */
    Path ran() {
        return directory.resolve("ran");
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
