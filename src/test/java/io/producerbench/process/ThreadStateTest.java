package io.producerbench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ThreadStateTest {

    @Test
    void a_process_of_which_only_some_threads_are_stopped_is_neither_stopped_nor_running() {
        ThreadState some = new ThreadState(Set.of('S', 'T'));

        assertThat(some.allStopped()).isFalse();
        assertThat(some.noneStopped()).isFalse();
    }

    @Test
    void a_process_that_runs_has_no_stopped_thread() {
        assertThat(ThreadState.of(ProcessHandle.current().pid()).noneStopped()).isTrue();
    }

    @Test
    void a_process_that_has_ended_is_not_stopped() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();

        assertThat(ThreadState.of(ended.pid()).allStopped()).isFalse();
        assertThat(ThreadState.of(ended.pid()).noneStopped()).isTrue();
    }

    /** Where there is no {@code /proc}, this is all there is. */
    @Test
    void ps_and_proc_agree_on_a_stopped_process() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self/task")) && thereIsPs());
        Process sleep = new ProcessBuilder("sleep", "600").start();
        try {
            OwnedProcess.of(sleep.toHandle()).stop();

            assertThat(ThreadState.fromProc(sleep.pid())).containsExactly('T');
            assertThat(ThreadState.fromPs(sleep.pid())).containsExactly('T');
        } finally {
            sleep.destroyForcibly();
        }
    }

    private static boolean thereIsPs() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "ps")));
    }
}
