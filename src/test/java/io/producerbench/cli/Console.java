package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.environment.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What one run of the command line gave. Some of JMH's answers go to {@link System#out} whatever it
 * is told, so that is caught as well.
 */
record Console(ExitCode exitCode, String out, String err) {
    static Console run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stdout = System.out;
        try (PrintStream printOut = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream printErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            System.setOut(printOut);
            ExitCode exitCode = new CommandLineInterface(printOut, printErr, Terminal.NONE).run(arguments);
            return new Console(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(stdout);
        }
    }

    /** Asserts that it was refused in one line on stderr that begins so, and that stdout is empty. */
    void assertRefused(ExitCode expected, String beginning) {
        assertThat(exitCode).as(err).isEqualTo(expected);
        assertThat(err.lines().toList()).hasSize(1);
        assertThat(err).startsWith("run-bench: " + beginning).doesNotContain("\tat ");
        assertThat(out).isEmpty();
    }
}
