package io.producerbench.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CpuTimesTest {
    private static final long TICK = 10_000_000;

    @TempDir
    Path root;

    @Test
    void adds_up_the_line_of_all_processors_without_counting_guests_twice() {
        assertThat(CpuTimes.read(KernelTrees.x86()))
                .hasValue(new CpuTimes((5109 + 20 + 1335) * TICK, (3 + 29) * TICK, (170_512 + 160) * TICK, 12 * TICK));
    }

    @Test
    void is_empty_without_proc() {
        assertThat(CpuTimes.read(root)).isEmpty();
    }

    @Test
    void is_empty_if_the_kernel_does_not_count_stolen_time() throws IOException {
        Files.createDirectories(root.resolve("proc"));
        Files.writeString(root.resolve("proc/stat"), "cpu  1 2 3 4 5 6 7\n");

        assertThat(CpuTimes.read(root)).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void reads_this_computer() {
        assertThat(CpuTimes.read().orElseThrow().processNanos()).isPositive();
    }
}
