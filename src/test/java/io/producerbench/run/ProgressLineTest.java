package io.producerbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ProgressLine progress = new ProgressLine(new PrintStream(written, true, StandardCharsets.UTF_8));

    @Test
    void a_passing_line_is_written_over_by_the_next() {
        progress.passing("cell 1 (12 s left)");
        progress.passing("cell 2 (9 s left)");

        assertThat(text()).isEqualTo("\rcell 1 (12 s left)\rcell 2 (9 s left) ");
    }

    @Test
    void a_line_that_stays_wipes_what_passes() {
        progress.passing("abc");
        progress.report("warning");

        assertThat(text()).isEqualTo("\rabc\r   \rwarning" + System.lineSeparator());
    }

    @Test
    void nothing_is_left_of_it_when_other_text_follows() {
        progress.passing("abc");
        progress.settle();
        progress.settle();

        assertThat(text()).isEqualTo("\rabc\r   \r");
    }

    @Test
    void a_long_line_keeps_the_time_left() {
        progress.passing("block 1/6 " + "x".repeat(100) + " (12 s left)");

        assertThat(text()).hasSize(80).startsWith("\rblock 1/6 x").contains("…").endsWith("(12 s left)");
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
