package io.producerbench.cluster.docker;

import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.ClusterKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Compose v2, as Docker's plugin or as a program of its own. */
record ComposeClient(List<String> command) {

    private static final List<List<String>> KNOWN = List.of(List.of("docker", "compose"), List.of("docker-compose"));
    private static final long LIMIT_MIN = 10;

    /** Returns the plugin if there are both. */
    static ComposeClient find() {
        return KNOWN.stream()
                .filter(ComposeClient::works)
                .findFirst()
                .map(ComposeClient::new)
                .orElseThrow(() -> new ClusterException("--cluster " + ClusterKind.COMPOSE.label()
                        + " expects Compose v2 as docker compose or docker-compose, got neither. Install Docker's"
                        + " Compose plugin, or use --cluster " + ClusterKind.CONTAINERS.label()
                        + ", which needs Docker alone"));
    }

    private static boolean works(List<String> command) {
        List<String> question = new ArrayList<>(command);
        question.add("version");
        try {
            Process process = new ProcessBuilder(question)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.onExit()
                            .completeOnTimeout(process, LIMIT_MIN, TimeUnit.MINUTES)
                            .join()
                            .exitValue()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    /**
     * Creates and starts the services of {@code file}. When this returns, the containers run.
     *
     * @param image the image of the services, for the message of a failure; Compose does not name it
     * @param overrides a second compose file, given on standard input
     */
    void up(Path file, String image, String project, String overrides, Map<String, String> environment) {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of("-f", file.toString(), "-f", "/dev/stdin", "-p", project, "up", "-d"));
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(file.getParent().toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            try (var in = process.getOutputStream()) {
                in.write(overrides.getBytes(StandardCharsets.UTF_8));
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.onExit().join().exitValue();
            if (code != 0) {
                throw new ClusterException("expected " + String.join(" ", command) + " to start " + file
                        + " with containers of " + image + ", got exit code " + code + ":\n" + said.strip());
            }
        } catch (IOException e) {
            throw new ClusterException("could not run " + String.join(" ", command), e);
        }
    }
}
