package io.producerbench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ThreadUsageTest {
    private static final long BURNT_NANOS = 50_000_000;
    private static final int ALLOCATED_BYTES = 10_000_000;

    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void endThreads() throws InterruptedException {
        end.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka-producer-network-thread | bench-0", "io.producerbench.MaxRate.send-jmh-worker-1"})
    void counts_the_threads_that_do_the_clients_work(String name) throws InterruptedException {
        ThreadUsage before = ThreadUsage.now();

        burn(name);
        ThreadUsage after = ThreadUsage.now();

        assertThat(after.cpuNanosSince(before)).isGreaterThanOrEqualTo(BURNT_NANOS);
        assertThat(after.busiestNanosSince(before)).isGreaterThanOrEqualTo(BURNT_NANOS);
        assertThat(after.allocatedBytesSince(before)).isGreaterThanOrEqualTo(ALLOCATED_BYTES);
    }

    @Test
    void leaves_other_threads_out() throws InterruptedException {
        ThreadUsage before = ThreadUsage.now();

        burn("kafka-admin-client-thread | bench");

        assertThat(ThreadUsage.now().cpuNanosSince(before)).isZero();
    }

    @Test
    void is_what_was_used_since_and_not_since_the_thread_began() {
        ThreadUsage before = usage(Map.of(1L, 500L, 2L, 900L), 10);
        ThreadUsage after = usage(Map.of(1L, 800L, 2L, 1_000L, 3L, 50L), 30);

        assertThat(after.cpuNanosSince(before)).isEqualTo(300 + 100 + 50);
        assertThat(after.busiestNanosSince(before)).isEqualTo(300);
        assertThat(after.allocatedBytesSince(before)).isEqualTo(300 + 100 + 50);
    }

    @Test
    void without_threads_nothing_is_used() {
        ThreadUsage none = usage(Map.of(), 0);

        assertThat(none.cpuNanosSince(none)).isZero();
        assertThat(none.busiestNanosSince(none)).isZero();
        assertThat(none.allocatedBytesSince(none)).isZero();
    }

    private static ThreadUsage usage(Map<Long, Long> cpuAndBytes, long gcMillis) {
        return new ThreadUsage(cpuAndBytes, cpuAndBytes, gcMillis);
    }

    /**
     * Returns when a thread of that name has used {@link #BURNT_NANOS} and allocated; it lives on
     * until the test ends.
     */
    private void burn(String name) throws InterruptedException {
        CountDownLatch burnt = new CountDownLatch(1);
        Thread thread = new Thread(
                () -> {
                    byte[] allocated = new byte[ALLOCATED_BYTES];
                    while (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() < BURNT_NANOS) {
                        allocated[0]++;
                    }
                    burnt.countDown();
                    awaitEnd();
                },
                name);
        threads.add(thread);
        thread.start();
        burnt.await();
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
