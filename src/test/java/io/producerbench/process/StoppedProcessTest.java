package io.producerbench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
@EnabledOnOs(OS.LINUX)
class StoppedProcessTest {
    private Process process;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void holds_the_process_until_it_is_closed() {
        long before = System.nanoTime();
        StoppedProcess pause = StoppedProcess.of(process.toHandle());
        try (pause) {
            assertThat(state()).isEqualTo('T');
            assertThat(pause.stoppedNanos() - before).isPositive();
            assertThatThrownBy(pause::continuedNanos)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("still held");
        }
        assertThat(state()).isNotEqualTo('T');
        assertThat(pause.continuedNanos()).isGreaterThan(pause.stoppedNanos()).isLessThan(System.nanoTime());
    }

    @Test
    void closing_again_changes_nothing() {
        StoppedProcess pause = StoppedProcess.of(process.toHandle());
        pause.close();
        long continued = pause.continuedNanos();

        try (StoppedProcess other = StoppedProcess.of(process.toHandle())) {
            pause.close();

            assertThat(state()).isEqualTo('T');
            assertThat(other.stoppedNanos()).isGreaterThan(continued);
        }
        assertThat(pause.continuedNanos()).isEqualTo(continued);
    }

    @Test
    void an_interrupted_thread_can_close() {
        StoppedProcess pause = StoppedProcess.of(process.toHandle());

        Thread.currentThread().interrupt();
        pause.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(state()).isNotEqualTo('T');
    }

    @Test
    void an_interrupted_thread_can_hold() {
        Thread.currentThread().interrupt();
        StoppedProcess pause = StoppedProcess.of(process.toHandle());
        try (pause) {
            assertThat(Thread.interrupted()).isTrue();
            assertThat(state()).isEqualTo('T');
        }
        assertThat(pause.continuedNanos()).isGreaterThan(pause.stoppedNanos());
    }

    @Test
    void a_process_that_dies_while_held_has_nothing_to_go_on_with() {
        StoppedProcess pause = StoppedProcess.of(process.toHandle());
        try (pause) {
            kill();
        }
        assertThat(pause.continuedNanos()).isGreaterThan(pause.stoppedNanos());
    }

    @Test
    void a_stranger_is_not_touched() {
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();

        assertThatThrownBy(() -> StoppedProcess.of(parent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a live process that this one started, got process " + parent.pid());
    }

    @Test
    void this_process_does_not_hold_itself() {
        assertThatThrownBy(() -> StoppedProcess.of(ProcessHandle.current()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_dead_process_cannot_be_held() {
        kill();

        assertThatThrownBy(() -> StoppedProcess.of(process.toHandle())).isInstanceOf(IllegalArgumentException.class);
    }

    private void kill() {
        process.destroyForcibly();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    private char state() {
        return KernelTask.first(KernelTask.PROC, process.pid()).state().orElseThrow();
    }
}
