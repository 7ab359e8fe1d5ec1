package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sweep whose brokers' disk another program fills. The disk is a file system of its own in memory,
 * which only root can mount.
 */
@Tag("cluster")
@Tag("nightly")
@Timeout(900)
class FullDiskOnBrokersTest {
    /** Seconds on a machine that does nothing else; a sample that is under way may end before. */
    private static final Duration SOON = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(directory.resolve("disk"));
        assertThat(run("mount", "-t", "tmpfs", "-o", "size=1500m", "tmpfs", disk.toString()))
                .as("mount, as root")
                .isZero();
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "--lazy", disk.toString());
    }

    @Test
    void a_disk_that_another_program_fills_is_named_soon_and_the_run_goes_on_in_another_place() throws Exception {
        String results = directory.resolve("results").toString();
        List<String> arguments = ShortSweep.ofOneCell("-f", "3", "--results", results, "--work-dir", disk.toString());
        Path run;
        try (BenchProcess bench = BenchProcess.start(directory, arguments)) {
            await().atMost(Duration.ofMinutes(5))
                    .until(() -> bench.stderr().stream().anyMatch(line -> line.startsWith("block 1/3")));
            fill(disk.resolve("another-program"));
            await().atMost(SOON).until(() -> !bench.isAlive());
            assertThat(bench.await())
                    .as(() -> String.join("\n", bench.stderr()))
                    .isEqualTo(3);
            assertThat(bench.stderr())
                    .anyMatch(line -> line.startsWith("run-bench: ")
                            && line.contains(disk.toString())
                            && line.contains("give --work-dir a directory on a larger disk"))
                    .anyMatch(line -> line.contains("go on with: ./run-bench.sh --resume "));
            assertThat(bench.started()).isEmpty();
            assertThat(left()).containsExactly("another-program");
            run = Files.list(Path.of(results)).findFirst().orElseThrow();
        }
        Path again = directory.resolve("again");
        try (BenchProcess bench =
                BenchProcess.start(again, List.of("--resume", run.toString(), "--work-dir", "/tmp"))) {
            bench.await();
            assertThat(bench.samples()).extracting(row -> row.get("block")).containsExactly("1", "2", "3");
        }
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(disk)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void fill(Path file) throws IOException {
        byte[] chunk = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(chunk);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left on device");
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
