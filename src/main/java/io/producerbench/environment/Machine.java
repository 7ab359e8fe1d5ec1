package io.producerbench.environment;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The computer of a run. An unknown fact is empty, never zero. Without {@code /proc}, only the
 * facts that the JDK knows are there.
 *
 * @param logicalCores processors that the JVM may use, after cpusets and control groups
 * @param physicalCores cores without hyper-threads; the logical cores if the physical ones are
 *     unknown
 * @param virtualised whether a hypervisor runs below; known only on x86
 * @param clocksource of {@link System#nanoTime}; any but tsc and arch_sys_counter is slow
 * @param cgroupCpus processors that the control group (version 2) allows; empty if it sets no limit
 * @param loadAverage1m runnable threads over the minute before it is read
 */
public record Machine(
        Optional<String> cpuModel,
        int logicalCores,
        int physicalCores,
        Optional<Boolean> virtualised,
        OptionalLong memoryBytes,
        OptionalLong swapBytes,
        OptionalDouble cgroupCpus,
        OptionalLong cgroupMemoryBytes,
        String os,
        Optional<String> kernel,
        String arch,
        Optional<String> clocksource,
        Optional<String> governor,
        Optional<String> transparentHugepages,
        OptionalDouble loadAverage1m) {

    /**
     * With fewer cores, the client and three brokers compete for them: ratios are still valid,
     * absolute rates are not.
     */
    private static final int CORES_FOR_CAPACITY = 6;

    private static final Pattern CHOSEN = Pattern.compile(".*\\[(\\w+)].*");
    private static final Pattern LOAD_AVERAGES = Pattern.compile("(\\d{1,9}\\.\\d{2}) .*");

    /** Reads the facts of this computer now. */
    public static Machine read() {
        return read(Path.of("/"));
    }

    static Machine read(Path root) {
        KernelFiles files = new KernelFiles(root);
        CpuInfo cpu = CpuInfo.of(files);
        CgroupLimits limits = CgroupLimits.of(files);
        int logicalCores = Runtime.getRuntime().availableProcessors();
        return new Machine(
                cpu.model(),
                logicalCores,
                cpu.physicalCores().orElse(logicalCores),
                cpu.virtualised(),
                files.memoryBytes("MemTotal"),
                files.memoryBytes("SwapTotal"),
                limits.cpus(),
                limits.memoryBytes(),
                os(files),
                files.line("proc/sys/kernel/osrelease"),
                System.getProperty("os.arch"),
                files.line("sys/devices/system/clocksource/clocksource0/current_clocksource"),
                files.line("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"),
                firstGroup(CHOSEN, files.line("sys/kernel/mm/transparent_hugepage/enabled")),
                loadAverage1m(files));
    }

    /**
     * True if absolute rates measured here are valid: there are at least six physical cores, and
     * the JVM may use six.
     */
    public boolean capacityValid() {
        return Math.min(physicalCores, logicalCores) >= CORES_FOR_CAPACITY;
    }

    private static String os(KernelFiles files) {
        return files.value("etc/os-release", "PRETTY_NAME", '=')
                .map(name -> name.replaceAll("^[\"']|[\"']$", ""))
                .orElseGet(() -> System.getProperty("os.name") + " " + System.getProperty("os.version"));
    }

    private static OptionalDouble loadAverage1m(KernelFiles files) {
        return firstGroup(LOAD_AVERAGES, files.line("proc/loadavg")).stream()
                .mapToDouble(Double::parseDouble)
                .findFirst();
    }

    private static Optional<String> firstGroup(Pattern pattern, Optional<String> line) {
        return line.map(pattern::matcher).filter(Matcher::matches).map(match -> match.group(1));
    }
}
