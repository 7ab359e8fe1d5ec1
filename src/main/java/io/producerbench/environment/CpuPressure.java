package io.producerbench.environment;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads for how long some thread of this machine was ready to run and had no processor: the line
 * {@code some} of {@code /proc/pressure/cpu}, which Linux has since 4.20 unless it is switched off
 * (Documentation/accounting/psi.rst of the kernel).
 */
public final class CpuPressure {
    private static final Pattern TOTAL = Pattern.compile(".*\\btotal=(\\d{1,15})");

    private CpuPressure() {}

    /** Returns the nanoseconds since the machine started; empty if the kernel does not tell. */
    public static OptionalLong nanos() {
        return nanos(Path.of("/"));
    }

    static OptionalLong nanos(Path root) {
        Matcher total = TOTAL.matcher(
                new KernelFiles(root).value("proc/pressure/cpu", "some", ' ').orElse(""));
        return total.matches()
                ? OptionalLong.of(TimeUnit.MICROSECONDS.toNanos(Long.parseLong(total.group(1))))
                : OptionalLong.empty();
    }
}
