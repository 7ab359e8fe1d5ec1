package io.producerbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.failure.EnvironmentException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineLockTest {
    private static final RunHolder FIRST = new RunHolder(1, "sweep", Optional.empty()).in(Path.of("/r/1"));
    private static final RunHolder SECOND = new RunHolder(2, "duet a b", Optional.empty());

    @TempDir
    Path locks;

    @Test
    void a_second_run_is_refused_and_told_of_the_first_and_how_to_insist() {
        try (RunLock first = MachineLock.alone(locks, FIRST)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> MachineLock.alone(locks, SECOND))
                    .isInstanceOf(EnvironmentException.class)
                    .hasMessage("another run measures on this machine: process 1 (run-bench.sh sweep) in /r/1;"
                            + " two at once would spoil each other's numbers. Wait for it to end, or insist with"
                            + " --beside");
        }
        MachineLock.alone(locks, SECOND).close();
    }

    @Test
    void a_run_that_insists_runs_beside_any_number_of_others() {
        try (RunLock first = MachineLock.alone(locks, FIRST);
                RunLock second = MachineLock.beside(locks, SECOND);
                RunLock third = MachineLock.beside(locks, SECOND)) {
            assertThat(first).isNotNull();
            assertThat(second).isNotNull();
            assertThat(third).isNotNull();
        }
    }

    @Test
    void a_run_that_insisted_keeps_later_ones_out_when_the_first_has_ended() {
        RunLock first = MachineLock.alone(locks, FIRST);
        try (RunLock second = MachineLock.beside(locks, SECOND)) {
            first.close();

            assertThat(second).isNotNull();
            assertThatThrownBy(() -> MachineLock.alone(locks, FIRST))
                    .isInstanceOf(EnvironmentException.class)
                    .hasMessageContaining("process 2 (run-bench.sh duet a b);");
        }
        MachineLock.alone(locks, FIRST).close();
    }

    @Test
    void a_directory_that_a_test_names_is_made() {
        MachineLock.alone(locks.resolve("of/this/test"), FIRST).close();

        assertThat(locks.resolve("of/this/test/producerbench.lock")).exists();
    }
}
