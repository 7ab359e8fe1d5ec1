package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.producerbench.results.CsvRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Runs a short sweep on an existing cluster, and checks what must hold of each. */
final class SecuredSweep {
    static final List<String> SHORT = List.of(
            "MaxRate",
            "-p",
            "acks=all",
            "-p",
            "minInsyncReplicas=2",
            "-p",
            "recordSize=100",
            "-f",
            "1",
            "-wi",
            "1",
            "-w",
            "1s",
            "-i",
            "1",
            "-r",
            "1s",
            "--broker-warm-up-rounds",
            "1",
            "--most-others",
            "1");

    private SecuredSweep() {}

    /**
     * When this returns, the sweep has given a row for each of three modes, and the secret is
     * nowhere to be found.
     */
    static void run(Path directory, String bootstrapServers, Path commandConfig, String secret) throws Exception {
        List<String> arguments = new ArrayList<>(SHORT);
        arguments.addAll(List.of("--results", directory.resolve("results").toString()));
        arguments.addAll(List.of("--bootstrap-server", bootstrapServers, "--command-config", commandConfig.toString()));
        Set<String> commandLines = new HashSet<>();
        try (BenchProcess bench = BenchProcess.start(directory, arguments, Map.of("KAFKA_PASSWORD", secret))) {
            await().pollInterval(Duration.ofMillis(100))
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> {
                        commandLines.addAll(bench.commandLines());
                        return !bench.isAlive();
                    });
            int exit = bench.await();
            assertThat(bench.stdout()).as(() -> "stderr: " + bench.stderr()).isNotEmpty();
            Path run = Path.of(bench.stdout().get(bench.stdout().size() - 1).substring("results: ".length()));
            List<Map<String, String>> rows = CsvRows.cells(run.resolve("samples.csv"));
            assertThat(rows).hasSize(3).allSatisfy(SecuredSweep::assertSound);
            boolean allOk = rows.stream().allMatch(row -> row.get("status").equals("OK"));
            assertThat(exit).isEqualTo(allOk ? 0 : 4);
            assertThat(run.resolve("environment.json"))
                    .content()
                    .contains("\"finalized_features\"", "security.protocol");
            assertThat(bench.started()).isEmpty();
        }
        assertThat(commandLines).anyMatch(line -> line.contains("ForkedMain"));
        assertThat(commandLines).noneMatch(line -> line.contains(secret));
        assertNowhere(directory, secret);
        assertThat(files(directory))
                .noneMatch(file -> file.getFileName().toString().startsWith("handover"));
    }

    private static void assertSound(Map<String, String> row) {
        assertThat(row.get("status")).as(row.get("status_reason")).isNotEqualTo("FAILED");
        assertThat(row.get("cluster_kind")).isEqualTo("external");
        assertThat(row.get("broker_version")).isEmpty();
        assertThat(row.get("broker_cpu_us_per_record")).isEmpty();
        assertThat(row.get("acknowledged")).isNotEqualTo("0").isEqualTo(row.get("log_end_delta"));
    }

    /** In no file that the run has written, and in no name of one. */
    static void assertNowhere(Path directory, String secret) throws IOException {
        assertThat(files(directory)).isNotEmpty();
        for (Path file : files(directory)) {
            assertThat(file.toString()).doesNotContain(secret);
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertThat(content.contains(secret)).as("the secret is in " + file).isFalse();
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
