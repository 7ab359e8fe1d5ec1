package io.producerbench.duet;

import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.duet.DuetBuilds.Ready;
import io.producerbench.duet.TurnConductor.TurnLimit;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.failure.UsageException;
import io.producerbench.jmh.ForkClassPath;
import io.producerbench.jmh.JmhFork;
import io.producerbench.jmh.JmhLock;
import io.producerbench.jmh.WatchedFork;
import io.producerbench.load.ClientVersion;
import io.producerbench.load.Turns;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import io.producerbench.results.RunIdentity;
import io.producerbench.run.DiskNeed;
import io.producerbench.run.FinishedRows;
import io.producerbench.run.FinishedRows.Gone;
import io.producerbench.run.RunGuard;
import io.producerbench.run.RunPlan;
import io.producerbench.run.RunStart;
import io.producerbench.run.StartNotices;
import io.producerbench.sweep.PhaseLimits;
import io.producerbench.sweep.SampleRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Measures two arms in one run on one cluster, or on one cluster for each broker version. Both
 * arms' forks live at the same time and take turns in short slots, so that drift of the machine
 * affects both arms alike.
 */
public final class Duet {
    /** A pair is two samples, and a turn that hangs may take as long as a third. */
    private static final int SAMPLES_BEYOND = 3;

    private final DuetRequest request;
    private final DuetPlan plan;
    private final StopRule rule;
    private final RunGuard guard;
    private final StubStart stub;

    /** Starts what stands for brokers where clients alone are compared. */
    @FunctionalInterface
    public interface StubStart {
        /** @param partitions of each topic */
        Cluster start(int partitions, Path scratch);
    }

    public Duet(DuetRequest request, DuetPlan plan, StopRule rule, RunGuard guard, StubStart stub) {
        this.stub = stub;
        this.request = request;
        this.plan = plan;
        this.rule = rule;
        this.guard = guard;
    }

    /** Returns a resolver of the names that git knows in the checkout {@code project}. */
    public static DuetArm.Commits commits(Path project) {
        return new Worktrees(project, line -> {})::resolve;
    }

    /**
     * Measures until every scenario is closed. When it returns or throws, every process that it
     * started has ended.
     *
     * @return the run directory
     * @throws EnvironmentException if this machine cannot run it
     * @throws UsageException if an arm cannot be measured from this checkout
     */
    public Path run() {
        RunStart start = RunStart.withForks(guard, request.project(), plan.jmh());
        // Two forks run at once, so JMH must not take its lock for each of them.
        Optional<JmhLock.Held> lock = start.beside() ? Optional.empty() : Optional.of(JmhLock.hold());
        try {
            return run(start);
        } finally {
            lock.ifPresent(JmhLock.Held::close);
        }
    }

    private Path run(RunStart start) {
        StartNotices.ofJvms(guard);
        if (!isOnStub()) {
            StartNotices.ofBrokers(ClusterKind.PROCESSES, request.workDirectory(), diskNeed(), guard);
        }
        String commit = start.git().commit();
        DuetBuilds builds = new DuetBuilds(request, new Worktrees(request.project(), guard), commit, guard);
        Ready base = builds.ready(plan.base());
        Ready other = builds.ready(plan.other());
        // Builds may take minutes, and the run begins after them.
        RunPlan file = DuetPlanFile.of(
                request, plan, rule.looks(), List.of(base, other), start.provenance(request.brokerVersion()));
        RunDirectory directory =
                file.begin(guard, request.resumed(), request.results(), RunDirectory.runId(Instant.now(), start.git()));
        FinishedRows<DuetPair> pairs = new FinishedRows<>(directory, directory.duet(), DuetBlocks.TABLE);
        pairs.recover(Gone.REFUSED, guard);
        try (TurnConductor conductor = TurnConductor.open(new TurnLimit(longest(), JmhFork::endAll));
                DuetClusters clusters = new DuetClusters(request, plan, guard, stub, directory.scratch())) {
            clusters.start(base);
            clusters.start(other);
            DuetEnvironment.of(start, request, plan, List.of(base, other), clusters.all())
                    .with(RunPlan.HASH, file.hash())
                    .write(directory);
            Side baseSide = new Side("base", base, new ForkCpu());
            Side otherSide = new Side("new", other, new ForkCpu());
            DuetBlocks blocks = new DuetBlocks(
                    identity(start, directory, start.code(), request.brokerVersion()),
                    plan,
                    request,
                    watched(new AlternatingForks(
                            runner(baseSide, otherSide, clusters, directory, start, conductor),
                            runner(otherSide, baseSide, clusters, directory, start, conductor),
                            conductor,
                            plan.slotPairs(),
                            request.seed())),
                    pairs,
                    guard);
            blocks.run(rule, guard::isClosing, clusters::failure);
        }
        if (!guard.isClosing()) {
            RunFile.write(
                    directory.duetSummary(),
                    DuetSummary.of(pairs.read(), rule.looks()).csv());
            pairs.discard();
        }
        return directory.path();
    }

    /**
     * Returns the same, which tells the watch of the run what it does. A fork that hangs is found by its
     * turn, so the limit of the whole pair is beyond that.
     */
    private PairMeasurement watched(PairMeasurement forks) {
        Duration limit = longest().multipliedBy(SAMPLES_BEYOND);
        return (base, other, order) -> guard.during(
                "measuring block " + base.block() + " (" + base.scenario().name() + ")",
                limit,
                () -> forks.take(base, other, order));
    }

    /** Returns how long a fork may take from one end of its turn to the next: as long as a whole sample. */
    private Duration longest() {
        PhaseLimits limits = new PhaseLimits(plan.effort());
        return plan.measured().stream()
                .map(scenario -> limits.sample(scenario, plan.jmh().options()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private boolean isOnStub() {
        return request.against() == Against.STUB;
    }

    private RunIdentity identity(RunStart start, RunDirectory directory, RunStart.Code code, String brokerVersion) {
        return isOnStub()
                ? start.identity(directory, code, request.against().label(), "", request.seed())
                        .notForCapacity()
                : start.identity(directory, code, ClusterKind.PROCESSES.label(), brokerVersion, request.seed());
    }

    private DiskNeed diskNeed() {
        return DiskNeed.of(plan.measured(), plan.effort().iterations());
    }

    /** An arm by the name that files have for it. */
    private record Side(String name, Ready arm, ForkCpu cpu) {}

    private ArmRunner runner(
            Side side,
            Side waiting,
            DuetClusters clusters,
            RunDirectory directory,
            RunStart start,
            TurnConductor conductor) {
        Path forkConfig = directory
                .scratch()
                .resolve("handover-" + side.name + ".properties")
                .toAbsolutePath();
        JmhFork fork = new JmhFork(
                        plan.jmh().withoutOutputs(),
                        plan.effort().iterations(),
                        start.jvm().in(request.workDirectory().path()),
                        forkConfig,
                        directory.scratch().resolve("jmh-" + side.name + ".log"))
                .with(Turns.PROPERTY, conductor.port());
        Ready arm = side.arm;
        Cluster cluster = clusters.of(arm);
        RunStart.Code code = new RunStart.Code(arm.commit(), arm.clientVersion().orElseGet(ClientVersion::read));
        RunIdentity identity = identity(start, directory, code, arm.brokerVersion());
        return new ArmRunner(
                new SampleRunner(
                                cluster,
                                new WatchedFork(fork, cluster::problem),
                                identity,
                                forkConfig,
                                request.dropRule().limits(),
                                clusters.warmth(arm))
                        .with(arm.producerSettings())
                        .beside(() -> waiting.cpu.nanos() + clusters.idleCpuNanos(waiting.arm, arm))::take,
                arm.jar().map(ForkClassPath::new),
                side.cpu);
    }
}
