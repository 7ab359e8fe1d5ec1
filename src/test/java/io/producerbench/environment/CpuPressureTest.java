package io.producerbench.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuPressureTest {
    @TempDir
    Path root;

    @Test
    void reads_how_long_some_thread_waited() throws IOException {
        pressure(
                "some avg10=1.23 avg60=0.50 avg300=0.10 total=123456\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=7\n");

        assertThat(CpuPressure.nanos(root)).hasValue(123_456_000);
    }

    @Test
    void is_empty_where_the_kernel_does_not_tell() throws IOException {
        assertThat(CpuPressure.nanos(root)).isEmpty();

        pressure("some avg10=1.23\n");
        assertThat(CpuPressure.nanos(root)).isEmpty();
    }

    private void pressure(String lines) throws IOException {
        Files.createDirectories(root.resolve("proc/pressure"));
        Files.writeString(root.resolve("proc/pressure/cpu"), lines);
    }
}
