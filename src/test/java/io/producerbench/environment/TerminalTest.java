package io.producerbench.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private static final Map<String, String> XTERM = Map.of("TERM", "xterm-256color");

    @Test
    void a_terminal_is_coloured_and_its_lines_are_written_over() {
        assertThat(Terminal.of(XTERM, stream -> true)).isEqualTo(new Terminal(true, true));
    }

    @Test
    void a_stream_that_goes_to_a_file_gets_neither() {
        assertThat(Terminal.of(XTERM, stream -> stream == 2)).isEqualTo(new Terminal(false, true));
        assertThat(Terminal.of(XTERM, stream -> stream == 1)).isEqualTo(new Terminal(true, false));
        assertThat(Terminal.of(XTERM, stream -> false)).isEqualTo(Terminal.NONE);
    }

    @Test
    void NO_COLOR_takes_the_colours_and_not_the_progress() {
        Map<String, String> noColour = Map.of("TERM", "xterm", "NO_COLOR", "1");

        assertThat(Terminal.of(noColour, stream -> true)).isEqualTo(new Terminal(false, true));
        assertThat(Terminal.of(Map.of("TERM", "xterm", "NO_COLOR", ""), stream -> true))
                .isEqualTo(new Terminal(true, true));
    }

    @Test
    void a_dumb_terminal_is_like_a_file() {
        assertThat(Terminal.of(Map.of("TERM", "dumb"), stream -> true)).isEqualTo(Terminal.NONE);
        assertThat(Terminal.of(Map.of(), stream -> true)).isEqualTo(Terminal.NONE);
    }
}
