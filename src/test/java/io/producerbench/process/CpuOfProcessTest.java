package io.producerbench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CpuOfProcessTest {
    private static final long PID = 7;
    private static final long BURNT_NANOS = 200_000_000;

    @TempDir
    Path proc;

    @Test
    void adds_up_the_launchers_threads_and_the_network_threads() throws IOException {
        task(7, "java", "S", "1000 5 3\n");
        task(8, "java", "R", "20000 7 9\n");
        task(9, "kafka-producer-", "S", "300000 0 4\n");
        task(10, "kafka-admin-cli", "S", "4000000 0 4\n");
        task(11, "C2 CompilerThre", "S", "5000000 0 4\n");

        assertThat(CpuOfProcess.nanos(proc, PID)).hasValue(321_000);
    }

    @Test
    void a_name_may_look_like_the_fields_around_it() throws IOException {
        task(7, "ja) Z (va", "S", "1000 5 3\n");

        assertThat(CpuOfProcess.nanos(proc, PID)).hasValue(1_000);
    }

    @Test
    void is_empty_if_the_process_is_gone() {
        assertThat(CpuOfProcess.nanos(proc, PID)).isEmpty();
    }

    @Test
    void is_empty_if_the_process_is_dead() throws IOException {
        task(7, "java", "Z", "1000 5 3\n");

        assertThat(CpuOfProcess.nanos(proc, PID)).isEmpty();
    }

    @Test
    void is_empty_if_the_kernel_does_not_count_for_one_of_them() throws IOException {
        task(7, "java", "S", "1000 5 3\n");
        task(8, "java", "S", "1000\n");

        assertThat(CpuOfProcess.nanos(proc, PID)).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void counts_what_a_network_thread_of_this_process_uses() throws InterruptedException {
        assertThat(used("kafka-producer-network-thread | bench-0")).isGreaterThanOrEqualTo(BURNT_NANOS);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void leaves_out_what_another_thread_of_this_process_uses() throws InterruptedException {
        assertThat(used("kafka-admin-client-thread | bench")).isLessThan(BURNT_NANOS / 2);
    }

    private static long used(String thread) throws InterruptedException {
        long before = now();
        CountDownLatch burnt = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread burner = new Thread(
                () -> {
                    while (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() < BURNT_NANOS) {
                        Thread.onSpinWait();
                    }
                    burnt.countDown();
                    awaitUninterrupted(end);
                },
                thread);
        burner.start();
        burnt.await();
        // The kernel accounts for a thread when it leaves the processor.
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> burner.getState() == Thread.State.WAITING);
        long used = now() - before;
        end.countDown();
        burner.join();
        return used;
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long now() {
        return CpuOfProcess.nanos(ProcessHandle.current().pid()).orElseThrow();
    }

    private void task(long id, String name, String state, String schedstat) throws IOException {
        Path task = Files.createDirectories(proc.resolve(PID + "/task/" + id));
        Files.writeString(task.resolve("stat"), id + " (" + name + ") " + state + " 1 7 7 0 -1 4194304 0 0\n");
        Files.writeString(task.resolve("schedstat"), schedstat);
    }
}
