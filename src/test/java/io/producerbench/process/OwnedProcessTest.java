package io.producerbench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.failure.FailedStepException;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class OwnedProcessTest {
    private Process process;
    private OwnedProcess child;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "600").start();
        child = OwnedProcess.of(process.toHandle());
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void a_process_can_be_stopped_and_resumed_again_and_again() {
        for (int i = 0; i < 3; i++) {
            assertThat(child.isStopped()).isFalse();
            child.stop();
            assertThat(child.isStopped()).isTrue();
            assertThat(ThreadState.of(process.pid()).letters()).containsExactly('T');
            child.resume();
            assertThat(ThreadState.of(process.pid()).letters()).doesNotContain('T');
        }
    }

    @Test
    void a_stranger_with_the_id_of_ours_gets_no_signal() {
        Instant before = child.started().orElseThrow().minusSeconds(1);
        OwnedProcess gone = new OwnedProcess(process.toHandle(), Optional.of(before));

        assertThatThrownBy(gone::stop)
                .isInstanceOf(FailedStepException.class)
                .hasMessage("expected our process " + process.pid() + ", started " + before
                        + ", to send it SIGSTOP, got one started "
                        + child.started().orElseThrow() + ": ours has ended");
        assertThat(child.isStopped()).isFalse();
        child.stop();
        assertThatThrownBy(gone::resume).isInstanceOf(FailedStepException.class);
        assertThat(child.isStopped()).isTrue();
    }

    @Test
    void a_process_whose_start_is_not_known_gets_no_signal() {
        OwnedProcess unknown = new OwnedProcess(process.toHandle(), Optional.empty());

        assertThatThrownBy(unknown::stop).isInstanceOf(FailedStepException.class);
        assertThat(child.isStopped()).isFalse();
    }

    @Test
    void a_process_that_has_ended_gets_no_signal() throws InterruptedException {
        process.destroyForcibly().waitFor();

        assertThatThrownBy(child::stop)
                .isInstanceOf(FailedStepException.class)
                .hasMessageEndingWith("to send it SIGSTOP, got none: ours has ended");
        assertThat(child.isStopped()).isFalse();
    }
}
