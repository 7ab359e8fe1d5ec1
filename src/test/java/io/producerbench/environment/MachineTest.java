package io.producerbench.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineTest {
    private static final long GIB = 1L << 30;

    @TempDir
    Path empty;

    @Test
    void reads_an_x86_linux() {
        Machine machine = Machine.read(KernelTrees.x86());

        assertThat(machine)
                .isEqualTo(new Machine(
                        Optional.of("Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz"),
                        Runtime.getRuntime().availableProcessors(),
                        4,
                        Optional.of(true),
                        OptionalLong.of(24_684_084L * 1024),
                        OptionalLong.of(0),
                        OptionalDouble.of(3.5),
                        OptionalLong.of(16 * GIB),
                        "Debian GNU/Linux 12 (bookworm)",
                        Optional.of("6.1.0-18-amd64"),
                        System.getProperty("os.arch"),
                        Optional.of("tsc"),
                        Optional.of("performance"),
                        Optional.of("madvise"),
                        OptionalDouble.of(0.07)));
    }

    @Test
    void reads_an_arm64_linux_which_has_no_model_name_and_no_core_ids() {
        Machine machine = Machine.read(KernelTrees.arm64());

        assertThat(machine.cpuModel()).hasValue("implementer 0x41, part 0xd0c");
        assertThat(machine.physicalCores()).isEqualTo(machine.logicalCores());
        assertThat(machine.virtualised()).isEmpty();
        assertThat(machine.governor()).isEmpty();
        assertThat(machine.os()).isEqualTo("Alpine Linux v3.20");
        assertThat(machine.swapBytes()).hasValue(2_097_148L * 1024);
        assertThat(machine.cgroupCpus()).hasValue(2.0);
        assertThat(machine.cgroupMemoryBytes()).isEmpty();
        assertThat(machine.transparentHugepages()).hasValue("always");
        assertThat(machine.loadAverage1m()).hasValue(12.5);
    }

    @Test
    void leaves_empty_what_a_system_without_proc_does_not_tell() {
        Machine machine = Machine.read(empty);

        assertThat(machine)
                .isEqualTo(new Machine(
                        Optional.empty(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().availableProcessors(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalDouble.empty(),
                        OptionalLong.empty(),
                        System.getProperty("os.name") + " " + System.getProperty("os.version"),
                        Optional.empty(),
                        System.getProperty("os.arch"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalDouble.empty()));
    }

    @Test
    void a_processor_without_the_hypervisor_flag_is_not_virtualised() throws IOException {
        write("proc/cpuinfo", "processor : 0\nflags : fpu hypervisor_like\n");

        assertThat(Machine.read(empty).virtualised()).hasValue(false);
    }

    @Test
    void a_control_group_outside_the_name_space_shows_only_the_root() throws IOException {
        write("proc/self/cgroup", "0::/../../secret\n");
        write("sys/fs/cgroup/cpu.max", "150000 100000\n");

        assertThat(Machine.read(empty).cgroupCpus()).hasValue(1.5);
    }

    @Test
    void a_fact_in_another_form_is_unknown_rather_than_wrong() throws IOException {
        write("proc/meminfo", "MemTotal: lots\n");
        write("proc/loadavg", "\n");
        write("sys/fs/cgroup/memory.max", "-1\n");

        Machine machine = Machine.read(empty);

        assertThat(machine.memoryBytes()).isEmpty();
        assertThat(machine.loadAverage1m()).isEmpty();
        assertThat(machine.cgroupMemoryBytes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"6, 12, true", "6, 6, true", "5, 10, false", "32, 2, false"})
    void absolute_rates_need_six_physical_cores_that_the_jvm_may_use(int physical, int logical, boolean valid) {
        assertThat(withCores(physical, logical).capacityValid()).isEqualTo(valid);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void reads_this_computer() {
        Machine machine = Machine.read();

        assertThat(machine.memoryBytes()).isPresent();
        assertThat(machine.kernel()).isPresent();
        assertThat(machine.loadAverage1m()).isPresent();
        assertThat(machine.physicalCores()).isPositive();
    }

    private void write(String path, String text) throws IOException {
        Path file = empty.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Machine withCores(int physical, int logical) {
        return new Machine(
                Optional.empty(),
                logical,
                physical,
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                "an operating system",
                Optional.empty(),
                "an architecture",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty());
    }
}
