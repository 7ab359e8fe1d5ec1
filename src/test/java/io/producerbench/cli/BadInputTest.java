package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadInputTest {
    @TempDir
    Path directory;

    static Stream<BadInput> inputs() {
        return BadInputs.all();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    @Timeout(30)
    void is_answered_in_one_line_with_its_exit_code_before_anything_is_started(BadInput input) throws IOException {
        Console console = input.run(directory);

        assertThat(console.err()).startsWith("run-bench: " + input.message());
        assertThat(console.err().lines()).hasSize(1);
        assertThat(console.exitCode()).isEqualTo(input.exitCode());
        assertThat(console.out()).isEmpty();
    }

    @Test
    void there_are_a_hundred_and_none_is_listed_twice() {
        assertThat(BadInputs.all()).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    /** After a change that is meant, copy {@code target/golden/docs/errors.md.got} over {@code docs/errors.md}. */
    @Test
    void is_listed_in_docs_errors_md() throws IOException {
        Golden.assertPage("errors.md", BadInputPage.text(BadInputs.bySubject()));
    }
}
