package io.producerbench.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.producerbench.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of {@code docs/reading-results.md}, where their program is there. */
class ReadingResultsTest {
    private static final Pattern SQLITE = Pattern.compile("(?s)## SQLite.*?```sh\n(.*?)```");

    @TempDir
    Path directory;

    @BeforeEach
    void a_file() throws IOException {
        Files.copy(Golden.file("results/golden/samples-to-summarise.csv"), directory.resolve("samples.csv"));
    }

    @Test
    void in_SQLite_numbers_are_numbers_and_empty_cells_are_null() throws Exception {
        assumeTrue(isThere("sqlite3"), "sqlite3 is not installed");
        Matcher commands = SQLITE.matcher(Files.readString(Path.of("docs/reading-results.md")));
        assertThat(commands.find()).isTrue();

        assertThat(shell(commands.group(1))).isEmpty();

        assertThat(sqlite("select count(*) from samples")).isEqualTo("36");
        assertThat(sqlite(
                        "select count(ack_p99_us), max(ack_p99_us) < 1e6, typeof(max(records_per_s)) <> 'text' from samples"
                                + " where benchmark = 'FixedRate'"))
                .isEqualTo("19|1|1");
        assertThat(sqlite("select count(*) from samples where target_rate is null and acks = '1'"))
                .isEqualTo("6");
        assertThat(sqlite("select distinct acks from samples order by acks")).isEqualTo("0\n1\nall");
        assertThat(sqlite("select count(*) from samples a join samples b on a.block = b.block"
                        + " and a.target_rate is b.target_rate where a.acks = 'all' and b.acks = '1'"
                        + " and a.benchmark = 'MaxRate' and b.benchmark = 'MaxRate'"))
                .isEqualTo("6");
    }

    private String sqlite(String query) throws Exception {
        return shell("sqlite3 runs.db \"" + query + "\"").strip();
    }

    private boolean isThere(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    /** What the commands print, errors included. */
    private String shell(String commands) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", commands)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), UTF_8);
        assertThat(shell.waitFor()).as(said).isZero();
        return said;
    }
}
