package io.producerbench.latency;

import com.sun.management.OperatingSystemMXBean;
import java.io.Serializable;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a whole JVM used, compilers and collectors included: since it started, or between two
 * moments.
 *
 * @param cpuNanos CPU time of all its threads; -1 if the fork is of a commit that does not
 *     tell
 * @param compileNanos time that compilations took, of all compiler threads together
 * @param stoodStillNanos the longest time in which none of its threads ran although one was to
 * @param pauses its collections since the last moment
 */
public record JvmUsage(long cpuNanos, long compileNanos, long stoodStillNanos, List<GcPause> pauses)
        implements Serializable {
    static final JvmUsage UNKNOWN = new JvmUsage(-1, 0, 0);

    /** The usage of a fork that is not there. */
    public static final JvmUsage NONE = new JvmUsage(0, 0, 0);

    public JvmUsage {
        // Missing in what a fork of an older commit sends.
        pauses = pauses == null ? List.of() : List.copyOf(pauses);
    }

    /** Returns the usage of a JVM that did not collect. */
    public JvmUsage(long cpuNanos, long compileNanos, long stoodStillNanos) {
        this(cpuNanos, compileNanos, stoodStillNanos, List.of());
    }

    /** Returns the usage until now. Its standstill and its collections are those since the last call. */
    public static JvmUsage now(Heartbeat heartbeat) {
        long stoodStill = heartbeat.takeLongestGap();
        CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();
        return new JvmUsage(
                ownCpuNanos(),
                // There is no compiler if the user interprets all code (-Xint).
                compilers == null ? 0 : TimeUnit.MILLISECONDS.toNanos(compilers.getTotalCompilationTime()),
                stoodStill,
                heartbeat.takePauses());
    }

    public boolean isKnown() {
        return cpuNanos >= 0;
    }

    /** Returns the CPU time of this JVM since it started. */
    public static long ownCpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Returns the usage between two moments. */
    public JvmUsage since(JvmUsage earlier) {
        return new JvmUsage(cpuNanos - earlier.cpuNanos, compileNanos - earlier.compileNanos, stoodStillNanos, pauses);
    }
}
