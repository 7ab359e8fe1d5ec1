package io.producerbench.latency;

import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * CPU time and allocation, at one moment, of the threads that do the client's work: the sending
 * threads (JMH's workers) and the producers' network threads. Compiler and collector threads are
 * left out, but the time of collections is included.
 */
public record ThreadUsage(Map<Long, Long> cpuNanos, Map<Long, Long> allocatedBytes, long gcMillis) {
    private static final String WORKERS = "jmh-worker";
    private static final String NETWORK_THREADS = "kafka-producer-network-thread";

    /** Returns the usage of JMH's workers and the producers' network threads. */
    public static ThreadUsage now() {
        return now(WORKERS);
    }

    /**
     * Returns the usage of these senders and the producers' network threads.
     *
     * @param senders part of the name of the threads that send
     */
    public static ThreadUsage now(String senders) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Map<Long, Long> cpu = new HashMap<>();
        Map<Long, Long> allocated = new HashMap<>();
        for (var thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null
                    && (thread.getThreadName().contains(senders)
                            || thread.getThreadName().startsWith(NETWORK_THREADS))) {
                long id = thread.getThreadId();
                cpu.put(id, Math.max(0, threads.getThreadCpuTime(id)));
                allocated.put(id, Math.max(0, threads.getThreadAllocatedBytes(id)));
            }
        }
        long gc = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
        return new ThreadUsage(cpu, allocated, gc);
    }

    /** Returns the CPU time of all these threads since {@code earlier}, in nanoseconds. */
    public long cpuNanosSince(ThreadUsage earlier) {
        return cpuNanos.keySet().stream().mapToLong(id -> cpuSince(earlier, id)).sum();
    }

    /** Returns the CPU time of the thread that used most since {@code earlier}, in nanoseconds. */
    public long busiestNanosSince(ThreadUsage earlier) {
        return cpuNanos.keySet().stream()
                .mapToLong(id -> cpuSince(earlier, id))
                .max()
                .orElse(0);
    }

    /** Returns the bytes that all these threads allocated since {@code earlier}. */
    public long allocatedBytesSince(ThreadUsage earlier) {
        return allocatedBytes.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - earlier.allocatedBytes.getOrDefault(thread.getKey(), 0L))
                .sum();
    }

    private long cpuSince(ThreadUsage earlier, long id) {
        return cpuNanos.get(id) - earlier.cpuNanos.getOrDefault(id, 0L);
    }
}
