package io.producerbench.cluster.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContainerCpuTest {

    private static final Path ROOT = Path.of("/sys/fs/cgroup");

    @Test
    void version_1_counts_nanoseconds_in_a_file_of_its_own() {
        assertThat(ContainerCpu.counter("abc", List.of("3:cpuset:/docker/abc", "2:cpu,cpuacct:/docker/abc"), ROOT))
                .contains(Path.of("/sys/fs/cgroup/cpu,cpuacct/docker/abc/cpuacct.usage"));
        assertThat(ContainerCpu.parse("7310523113\n")).hasValue(7_310_523_113L);
    }

    @Test
    void version_2_counts_microseconds_among_other_things() {
        assertThat(ContainerCpu.counter("abc", List.of("0::/system.slice/docker-abc.scope"), ROOT))
                .contains(Path.of("/sys/fs/cgroup/system.slice/docker-abc.scope/cpu.stat"));
        assertThat(ContainerCpu.parse("usage_usec 1500\nuser_usec 1000\nsystem_usec 500\n"))
                .hasValue(1_500_000L);
    }

    @Test
    void a_process_of_another_container_or_of_none_is_not_counted() {
        assertThat(ContainerCpu.counter("abc", List.of("2:cpuacct:/docker/def", "0::/"), ROOT))
                .isEmpty();
        assertThat(ContainerCpu.of("abc", ProcessHandle.current().pid()).nanos())
                .isEmpty();
    }
}
