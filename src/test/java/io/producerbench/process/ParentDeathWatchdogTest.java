package io.producerbench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ParentDeathWatchdogTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Starts a guarded process, prints its id, and waits to be killed. */
    static final class Parent {
        public static void main(String[] arguments) throws Exception {
            Process child = new ProcessBuilder("sleep", "600").start();
            ParentDeathWatchdog.over(child);
            System.out.println(child.pid());
            child.waitFor();
        }
    }

    @Test
    void one_process_does_not_outlive_a_killed_parent() throws IOException {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = parent.inputReader()) {
            long child = Long.parseLong(said.readLine());
            assertThat(ProcessHandle.of(child)).get().matches(ProcessHandle::isAlive);

            parent.destroyForcibly();

            // Init inherits the child, and may be slow to ask for its exit code.
            Awaitility.await().atMost(LIMIT).until(() -> isDead(child));
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void the_watchdog_of_one_process_ends_with_it() throws IOException {
        Process process = new ProcessBuilder("sleep", "600").start();
        ParentDeathWatchdog.over(process);
        String pid = Long.toString(process.pid());
        assertThat(watchdogsOf(pid)).hasSize(1);

        process.destroyForcibly()
                .onExit()
                .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();

        Awaitility.await().atMost(LIMIT).until(() -> watchdogsOf(pid).findAny().isEmpty());
    }

    private static Stream<ProcessHandle> watchdogsOf(String pid) {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().arguments().stream()
                        .anyMatch(arguments -> arguments[arguments.length - 1].equals(pid)));
    }

    private static boolean isDead(long pid) {
        return ThreadState.of(pid).letters().stream().allMatch(letter -> letter == 'Z');
    }
}
