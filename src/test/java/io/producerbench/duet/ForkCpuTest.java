package io.producerbench.duet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForkCpuTest {
    private final Map<Long, Duration> processes = new HashMap<>();
    private final ForkCpu cpu = new ForkCpu(pid -> Optional.ofNullable(processes.get(pid)));

    @Test
    void no_fork_has_used_nothing() {
        assertThat(cpu.nanos()).isZero();
    }

    @Test
    void a_fork_is_read_anew_each_time() {
        cpu.follow(7);
        processes.put(7L, Duration.ofNanos(30));
        assertThat(cpu.nanos()).isEqualTo(30);

        processes.put(7L, Duration.ofNanos(50));
        assertThat(cpu.nanos()).isEqualTo(50);
    }

    @Test
    void a_fork_that_has_ended_keeps_what_it_had_used() {
        cpu.follow(7);
        processes.put(7L, Duration.ofNanos(30));
        cpu.nanos();
        processes.clear();

        assertThat(cpu.nanos()).isEqualTo(30);
    }

    @Test
    void the_forks_of_later_blocks_are_added() {
        cpu.follow(7);
        processes.put(7L, Duration.ofNanos(30));
        cpu.nanos();
        cpu.follow(8);
        assertThat(cpu.nanos()).isEqualTo(30);

        processes.put(8L, Duration.ofNanos(5));
        assertThat(cpu.nanos()).isEqualTo(35);
    }

    @Test
    void a_real_process_tells_its_time() {
        ForkCpu real = new ForkCpu();
        real.follow(ProcessHandle.current().pid());

        assertThat(real.nanos()).isPositive();
    }
}
