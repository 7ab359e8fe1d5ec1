package io.producerbench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class JvmUsageTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void the_compilers_cpu_time_is_a_part_of_the_whole_jvms() {
        long compilers = JvmUsage.ownCompileNanos();

        assertThat(compilers).isPositive().isLessThan(JvmUsage.ownCpuNanos());
    }

    @Test
    void the_usage_between_two_moments_is_the_difference_but_for_the_standstill() {
        assertThat(new JvmUsage(100, 30, 7).since(new JvmUsage(60, 10, 5))).isEqualTo(new JvmUsage(40, 20, 7));
    }
}
