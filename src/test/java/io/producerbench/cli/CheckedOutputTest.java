package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CheckedOutputTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void what_was_written_arrives() {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        CheckedOutput output = new CheckedOutput(to);

        output.print(StandardCharsets.UTF_8).println("\u2265 1");

        assertThat(to.toString(StandardCharsets.UTF_8)).isEqualTo("\u2265 1\n");
        assertThat(checked(output, ExitCode.DONE)).isEqualTo(ExitCode.DONE);
        assertThat(said()).isEmpty();
    }

    @Test
    void what_a_full_device_did_not_take_is_no_success() {
        CheckedOutput output = failing("No space left on device");

        assertThat(checked(output, ExitCode.DONE)).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(said())
                .isEqualTo("run-bench: cannot write to stdout: No space left on device; what it should say is"
                        + " lost, send it to a place that takes it\n");
    }

    @Test
    void a_failure_of_the_command_stays_the_failure() {
        assertThat(checked(failing("No space left on device"), ExitCode.VERDICT))
                .isEqualTo(ExitCode.VERDICT);
    }

    @Test
    void a_reader_that_wants_no_more_is_no_failure() {
        assertThat(checked(failing("Broken pipe"), ExitCode.DONE)).isEqualTo(ExitCode.DONE);
        assertThat(said()).isEmpty();
    }

    private static CheckedOutput failing(String reason) {
        CheckedOutput output = new CheckedOutput(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        });
        output.print(StandardCharsets.UTF_8).println("lost");
        return output;
    }

    private ExitCode checked(CheckedOutput output, ExitCode code) {
        return output.checked(code, new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
