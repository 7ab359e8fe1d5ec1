package io.producerbench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
                .hasValue(new CpuTimes((5109 + 20 + 1335 + 3 + 29) * TICK, (170_512 + 160) * TICK, 12 * TICK));
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
    void shares_are_of_the_time_between_two_readings() {
        CpuTimes before = new CpuTimes(1_000, 2_000, 3_000);
        CpuTimes after = new CpuTimes(1_060, 2_030, 3_010);

        CpuTimes between = after.minus(before);

        assertThat(between).isEqualTo(new CpuTimes(60, 30, 10));
        assertThat(between.busyShare().orElseThrow()).isCloseTo(0.6, within(1e-9));
        assertThat(between.stealShare().orElseThrow()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void no_time_has_no_shares() {
        CpuTimes now = new CpuTimes(1, 2, 3);

        assertThat(now.minus(now).busyShare()).isEmpty();
        assertThat(now.minus(now).stealShare()).isEmpty();
    }

    @Test
    void a_counter_that_went_backwards_counts_as_standing_still() {
        CpuTimes between = new CpuTimes(200, 90, 10).minus(new CpuTimes(100, 100, 10));

        assertThat(between).isEqualTo(new CpuTimes(100, 0, 0));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void reads_this_computer() {
        assertThat(CpuTimes.read().orElseThrow().busyNanos()).isPositive();
    }
}
