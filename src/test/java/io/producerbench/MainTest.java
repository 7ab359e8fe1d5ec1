package io.producerbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.cli.ExitCode;
import io.producerbench.environment.Terminal;
import io.producerbench.jmh.JmhJson;
import io.producerbench.jmh.JmhResults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.format.ResultFormatType;

class MainTest {
    private final Locale before = Locale.getDefault();

    @TempDir
    Path directory;

    @AfterEach
    void the_locale_of_other_tests() {
        Locale.setDefault(before);
    }

    @Test
    void jmh_writes_decimal_points_where_people_write_commas() throws IOException {
        Locale.setDefault(Locale.GERMANY);
        Path csv = directory.resolve("jmh.csv");

        assertThat(Main.run(System.out, System.err, Terminal.NONE, "--no-such-option"))
                .isEqualTo(ExitCode.USAGE);
        JmhJson.write(csv, ResultFormatType.CSV, List.of(JmhResults.ofOneFork(Map.of("acks", "all"), 1_234)));

        assertThat(csv).content().contains(",1234.000000,").doesNotContain("\"1234,");
    }
}
