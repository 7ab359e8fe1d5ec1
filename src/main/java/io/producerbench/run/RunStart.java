package io.producerbench.run;

import io.producerbench.environment.GitState;
import io.producerbench.environment.Machine;
import io.producerbench.jmh.ForkJvm;
import io.producerbench.jmh.JmhLock;
import io.producerbench.load.ClientVersion;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunIdentity;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What every run reads once, before it starts anything: the code, the machine, the JVM of its forks
 * and the time.
 *
 * @param at when the run began, to the millisecond
 * @param beside true if the user insisted to run beside other runs
 */
public record RunStart(GitState git, Machine machine, ForkJvm jvm, Instant at, boolean beside) {

    /**
     * The code that is measured: that of the checkout, or that of a duet's arm.
     *
     * @param clientVersion of kafka-clients
     */
    public record Code(String commit, String clientVersion) {}

    /**
     * Begins a run in which JMH forks measure.
     *
     * @param jvm the {@code java} that forks run on; empty for the one that this program runs on
     * @throws io.producerbench.failure.EnvironmentException if another run measures on this machine,
     *     or that JVM cannot be used
     */
    public static RunStart withForks(RunGuard guard, Path project, Optional<String> jvm) {
        guard.holdMachine();
        if (guard.isBeside()) {
            JmhLock.ignore();
        } else {
            JmhLock.requireFree();
        }
        return read(guard, project, ForkJvm.of(jvm));
    }

    /**
     * Begins a run whose clients are all in this JVM.
     *
     * @throws io.producerbench.failure.EnvironmentException if another run measures on this machine
     */
    public static RunStart withoutForks(RunGuard guard, Path project) {
        guard.holdMachine();
        return read(guard, project, ForkJvm.of(Optional.empty()));
    }

    private static RunStart read(RunGuard guard, Path project, ForkJvm jvm) {
        return new RunStart(
                GitState.of(project),
                Machine.read(),
                jvm,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                guard.isBeside());
    }

    /** Returns the name of the run and of its directory. */
    public String runId() {
        return RunDirectory.runId(at, git);
    }

    /** Returns the code of the checkout. */
    public Code code() {
        return new Code(git.commit(), ClientVersion.read());
    }

    /** Returns what a run that is resumed must still have in common with this one. */
    public Provenance provenance(String brokerVersion) {
        return new Provenance(git, jvm.version(), code().clientVersion(), brokerVersion);
    }

    /** Returns what every row repeats, for samples of the checkout's code. */
    public RunIdentity identity(RunDirectory directory, String clusterKind, String brokerVersion, long seed) {
        return identity(directory, code(), clusterKind, brokerVersion, seed);
    }

    /** Returns what every row repeats, for samples of this code. */
    public RunIdentity identity(
            RunDirectory directory, Code code, String clusterKind, String brokerVersion, long seed) {
        return new RunIdentity(
                directory.path().getFileName().toString(),
                code.commit(),
                git.dirty(),
                clusterKind,
                brokerVersion,
                code.clientVersion(),
                jvm.version(),
                machine.cpuModel().orElse(""),
                machine.logicalCores(),
                machine.capacityValid(),
                seed);
    }
}
