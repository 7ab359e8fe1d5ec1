package io.producerbench.run;

import io.producerbench.cluster.Cluster;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.failure.FailedStepException;
import io.producerbench.results.RunDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Guards one run: against a second one on this machine or in its directory, against a signal that
 * leaves something behind, and against a step that never ends.
 */
public final class RunGuard implements Progress {
    private static final Duration TEARDOWN = Duration.ofMinutes(3);
    /** A report takes seconds; one that has not come to its end by then never will. */
    private static final Duration TELLING = Duration.ofMinutes(10);

    private final Asked asked;
    private final Progress out;
    private final Ending ending;
    private final PhaseWatch watch = new PhaseWatch(System::nanoTime);
    private final Watchman watchman;
    private RunHolder holder;
    private Optional<RunLock> machine = Optional.empty();
    private Optional<RunLock> inDirectory = Optional.empty();

    /**
     * What the user asked for.
     *
     * @param command the subcommand
     * @param arguments those of the subcommand
     * @param beside whether to run beside other runs
     */
    public record Asked(String command, List<String> arguments, boolean beside) {
        String line() {
            return String.join(" ", command, String.join(" ", arguments)).strip();
        }
    }

    /**
     * @param err takes the lines of progress
     * @param out takes the line that names the results of a run that was stopped
     * @param giveUp ends this program as a signal does, when a step can be ended in no other way
     */
    public RunGuard(Asked asked, Progress err, Progress out, Runnable giveUp) {
        this.asked = asked;
        this.out = out;
        this.ending = new Ending(asked.command(), err, out, watch::doing);
        this.watchman = new Watchman(watch, ending, giveUp);
        this.holder = RunHolder.thisProcess(asked.line());
    }

    /**
     * Runs this, closes all that was added, whatever happens, and then tells the user what came out.
     * Returns what the run returned. After a signal this never returns, so that the last words are
     * those of the signal.
     *
     * @param telling prints what was measured, writes the report, and names the {@link #results}; a
     *     signal is still obeyed meanwhile, because the user must know where the results are
     */
    public <T> T run(Supplier<T> measuring, Consumer<T> telling) {
        ending.armed();
        watchman.begin();
        T outcome;
        try {
            outcome = measuring.get();
        } catch (RuntimeException | Error e) {
            ending.parkIfStopped();
            ending.unfinished();
            closeAfter(e);
            throw e;
        }
        try {
            endBrokers();
            ending.settle();
            ending.discardIfEmpty();
            during("writing the report", TELLING, () -> {
                telling.accept(outcome);
                return null;
            });
        } finally {
            release();
        }
        return outcome;
    }

    private void closeAfter(Throwable failure) {
        try {
            close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Does one step of the run, and returns what it returns.
     *
     * @param doing what the step does, as in "while starting the brokers"
     * @param limit after which it is ended, generous enough for the slowest machine
     * @throws FailedStepException if it was ended, with the reason
     */
    public <T> T during(String doing, Duration limit, Supplier<T> step) {
        ending.parkIfStopped();
        PhaseWatch.Phase around = watch.begin(doing, limit);
        Optional<String> ended;
        RuntimeException failure = null;
        T outcome = null;
        try {
            outcome = step.get();
        } catch (RuntimeException e) {
            failure = e;
        } finally {
            ended = watch.end(around);
        }
        if (ended.isPresent()) {
            throw new FailedStepException(ended.get(), failure);
        }
        if (failure != null) {
            throw failure;
        }
        return outcome;
    }

    /**
     * When this returns, no other run measures on this machine, unless the user insisted.
     *
     * @throws EnvironmentException naming the run that does
     */
    void holdMachine() {
        Path directory = MachineLock.directory();
        machine = Optional.of(
                asked.beside() ? MachineLock.beside(directory, holder) : MachineLock.alone(directory, holder));
    }

    /** Returns true if the user insisted to run beside other runs. */
    boolean isBeside() {
        return asked.beside();
    }

    /**
     * Takes the directory that the run has made. It is removed at the end if nothing was measured.
     * Returns the directory.
     */
    public RunDirectory made(RunDirectory directory) {
        ending.writesInto(directory, true);
        claim(directory);
        return directory;
    }

    /**
     * Takes the directory of a run that goes on. This comes before anything is changed in it.
     *
     * @throws EnvironmentException naming the run that writes into it
     */
    public RunDirectory resumes(RunDirectory directory) {
        claim(directory);
        ending.writesInto(directory, false);
        return directory;
    }

    private void claim(RunDirectory directory) {
        ending.parkIfStopped();
        holder = holder.in(directory.path());
        inDirectory = Optional.of(RunLock.take(directory.lock(), holder)
                .orElseThrow(() -> new EnvironmentException(directory.path() + ": another run writes into it: "
                        + RunLock.holder(directory.lock()) + "; wait for it to end")));
        machine.ifPresent(lock -> lock.tell(holder));
    }

    /** Closes this cluster at the end of the run, or at a signal. Returns the cluster. */
    public <C extends Cluster> C add(C started) {
        ending.add(started);
        return started;
    }

    /** Deletes this file at a signal, because it may hold secrets. */
    public void forget(Path file) {
        ending.forget(file);
    }

    /** Returns true if the program was told to stop. */
    public boolean isClosing() {
        return ending.isStopped();
    }

    /** Tells the user how far the run has come. */
    @Override
    public void report(String line) {
        watch.said();
        ending.report(line);
    }

    /** Tells the user how far the run has come, in a line that the next one may replace. */
    @Override
    public void passing(String line) {
        watch.said();
        ending.passing(line);
    }

    /** Tells the user where the results are, as the last line on stdout. */
    public void results(Path directory) {
        out.report(StopText.results(directory));
    }

    /** Ends the run as a signal does. */
    void stop() {
        ending.stop();
    }

    private void close() {
        try {
            endBrokers();
        } finally {
            release();
        }
    }

    private void endBrokers() {
        during("ending the brokers", TEARDOWN, () -> {
            ending.closeClusters();
            return null;
        });
    }

    private void release() {
        ending.parkIfStopped();
        ending.disarmed();
        watchman.end();
        inDirectory.ifPresent(RunLock::close);
        ending.discardIfEmpty();
        ending.settle();
        machine.ifPresent(RunLock::close);
    }
}
