package io.producerbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.cluster.FakeCluster;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.failure.FailedStepException;
import io.producerbench.results.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RunGuardTest {
    @TempDir
    Path results;

    private final List<String> err = new CopyOnWriteArrayList<>();
    private final List<String> out = new CopyOnWriteArrayList<>();

    @Test
    void a_run_that_ends_keeps_its_directory_and_says_nothing_of_itself() {
        RunGuard guard = guard();

        Path directory = told(guard, () -> measured(guard).path());

        assertThat(directory).isDirectory();
        assertThat(err).isEmpty();
        assertThat(out).isEmpty();
    }

    @Test
    void a_run_that_fails_before_its_first_sample_leaves_no_directory() {
        RunGuard guard = guard();

        assertThatThrownBy(() -> told(guard, () -> {
                    made(guard);
                    throw new EnvironmentException("no brokers");
                }))
                .hasMessage("no brokers");
        assertThat(results).isEmptyDirectory();
        assertThat(err).isEmpty();
    }

    @Test
    void a_run_that_fails_later_says_where_its_results_are_and_how_it_goes_on() {
        RunGuard guard = guard();

        assertThatThrownBy(() -> told(guard, () -> {
                    measured(guard);
                    throw new EnvironmentException("a broker died");
                }))
                .hasMessage("a broker died");
        assertThat(err).containsExactly("what was measured is kept; go on with: ./run-bench.sh duet --resume " + run());
        assertThat(out).containsExactly("results: " + run());
    }

    @Test
    void the_directory_of_a_run_that_goes_on_is_never_removed() {
        RunDirectory stopped = RunDirectory.create(results, "run");
        RunGuard guard = guard();

        assertThatThrownBy(() -> told(guard, () -> {
                    guard.resumes(stopped);
                    throw new EnvironmentException("another commit");
                }))
                .hasMessage("another commit");
        assertThat(stopped.path()).isDirectory();
    }

    @Test
    void two_runs_never_write_into_one_directory() {
        RunDirectory stopped = RunDirectory.create(results, "run");
        RunGuard first = guard();
        RunGuard second = guard();

        told(first, () -> {
            first.resumes(stopped);
            assertThatThrownBy(() -> told(second, () -> second.resumes(stopped)))
                    .isInstanceOf(EnvironmentException.class)
                    .hasMessageStartingWith(stopped.path() + ": another run writes into it: process "
                            + ProcessHandle.current().pid() + " (run-bench.sh duet a b) in " + stopped.path());
            return null;
        });
        RunGuard third = guard();
        assertThat(told(third, () -> third.resumes(stopped))).isEqualTo(stopped);
    }

    @Test
    void the_machine_is_free_again_when_a_run_has_ended() {
        for (int run = 1; run <= 2; run++) {
            RunGuard guard = guard();
            boolean held = told(guard, () -> {
                guard.holdMachine();
                assertThatThrownBy(() -> guard().holdMachine())
                        .isInstanceOf(EnvironmentException.class)
                        .hasMessageStartingWith("another run measures on this machine: ");
                return true;
            });
            assertThat(held).isTrue();
        }
    }

    @Test
    void a_signal_before_the_first_sample_leaves_no_directory_and_says_what_was_stopped() throws Exception {
        RunGuard guard = guard();

        stop(
                guard,
                () -> guard.during("starting the brokers", Duration.ofMinutes(1), () -> {
                    made(guard);
                    return true;
                }));

        assertThat(err).containsExactly("run-bench: stopped while between two steps; nothing was measured yet");
        assertThat(out).isEmpty();
        assertThat(results).isEmptyDirectory();
    }

    @Test
    void a_signal_later_names_the_results_and_how_to_go_on_and_the_brokers_are_gone() throws Exception {
        RunGuard guard = guard();
        FakeCluster cluster = FakeCluster.ofThree();

        stop(guard, () -> {
            guard.add(cluster);
            return measured(guard);
        });

        assertThat(cluster.isClosed()).isTrue();
        assertThat(err)
                .containsExactly(
                        "run-bench: stopped while getting ready",
                        "what was measured is kept; go on with: ./run-bench.sh duet --resume " + run());
        assertThat(out).containsExactly("results: " + run());
    }

    @Test
    void a_step_that_takes_too_long_is_ended_with_the_reason_and_what_its_threads_did() {
        RunGuard guard = guard();

        assertThatThrownBy(() -> told(guard, () -> {
                    measured(guard);
                    return guard.during("measuring block 1", Duration.ofMillis(1), RunGuardTest::waitForever);
                }))
                .isInstanceOf(FailedStepException.class)
                .hasMessage("measuring block 1 took longer than 0 s; what its threads did is in"
                        + " scratch/threads-1-suite.txt");
        assertThat(run().resolve("scratch/threads-1-suite.txt")).content().contains("RunGuardTest.waitForever");
    }

    @Test
    void a_signal_while_the_report_is_written_says_where_the_results_are() throws Exception {
        RunGuard guard = guard();
        CountDownLatch telling = new CountDownLatch(1);
        Thread run = new Thread(() -> guard.run(() -> complete(guard), outcome -> {
            telling.countDown();
            waitForever();
        }));
        run.setDaemon(true);
        run.start();
        telling.await();

        guard.stop();

        assertThat(err)
                .containsExactly(
                        "run-bench: stopped while writing the report",
                        "all was measured; make its report with: ./run-bench.sh report " + run());
        assertThat(out).containsExactly("results: " + run());
    }

    private RunDirectory complete(RunGuard guard) {
        RunDirectory directory = measured(guard);
        try {
            Files.createFile(directory.duetSummary());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return directory;
    }

    private static Object waitForever() {
        await(new CountDownLatch(1));
        return null;
    }

    private static <T> T told(RunGuard guard, Supplier<T> measuring) {
        return guard.run(measuring, outcome -> {});
    }

    /** Runs this, stops the run as a signal does, and checks that the run goes no step further. */
    private void stop(RunGuard guard, Supplier<?> before) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch signalled = new CountDownLatch(1);
        Thread run = new Thread(() -> told(guard, () -> {
            before.get();
            reached.countDown();
            await(signalled);
            guard.report("said after the signal");
            return guard.during("measuring", Duration.ofMinutes(1), () -> err.add("done after the signal"));
        }));
        run.setDaemon(true);
        run.start();
        reached.await();
        Thread signal = new Thread(guard::stop);
        signal.start();
        while (!guard.isClosing()) {
            Thread.onSpinWait();
        }
        signalled.countDown();
        signal.join();
        assertThat(run.isAlive()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private RunDirectory made(RunGuard guard) {
        return guard.made(RunDirectory.create(results, "run"));
    }

    private RunDirectory measured(RunGuard guard) {
        RunDirectory directory = made(guard);
        try {
            Files.createFile(directory.duet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return directory;
    }

    private Path run() {
        return results.resolve("run");
    }

    private RunGuard guard() {
        return new RunGuard(
                new RunGuard.Asked("duet", List.of("a", "b"), false), err::add, out::add, () -> err.add("gave up"));
    }
}
