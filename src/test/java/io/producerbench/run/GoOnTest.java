package io.producerbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GoOnTest {
    @Test
    void a_sweep_goes_on_without_the_name_of_its_command() {
        assertThat(GoOn.with("sweep", Path.of("results/20261123T164311Z-a31fb7a")))
                .isEqualTo("go on with: ./run-bench.sh --resume results/20261123T164311Z-a31fb7a");
    }

    @Test
    void any_other_command_is_named() {
        assertThat(GoOn.with("duet", Path.of("/r/1"))).isEqualTo("go on with: ./run-bench.sh duet --resume /r/1");
    }

    @Test
    void the_working_directory_has_a_name_too() {
        assertThat(GoOn.shown(Path.of("").toAbsolutePath())).hasToString(".");
    }

    @Test
    void a_directory_with_a_blank_can_be_pasted_into_a_shell() {
        assertThat(GoOn.with("sweep", Path.of("my results/it's")))
                .isEqualTo("go on with: ./run-bench.sh --resume 'my results/it'\\''s'");
    }
}
