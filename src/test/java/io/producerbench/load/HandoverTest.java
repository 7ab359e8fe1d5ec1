package io.producerbench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandoverTest {
    @TempDir
    Path directory;

    @BeforeEach
    @AfterEach
    void nothingIsHandedOver() {
        System.clearProperty(Handover.PROPERTY);
    }

    @Test
    void what_is_received_is_what_was_written() {
        Handover handover = new Handover("127.0.0.1:9092,[::1]:9093", "bench=1#ü", Long.MIN_VALUE);
        Path file = directory.resolve("hand over");

        handover.write(file);
        System.setProperty(Handover.PROPERTY, file.toString());

        assertThat(Handover.received()).isEqualTo(handover);
    }

    @Test
    void without_the_property_it_says_how_to_start_the_benchmarks() {
        assertThatThrownBy(Handover::received)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no cluster to measure against: -Dproducerbench.handover is not set."
                        + " Start the benchmarks with ./run-bench.sh, and with forks (-f 1 or more)");
    }

    @Test
    void a_file_that_is_gone_is_named() {
        System.setProperty(Handover.PROPERTY, directory.resolve("gone").toString());

        assertThatThrownBy(Handover::received)
                .hasRootCauseInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("gone");
    }
}
