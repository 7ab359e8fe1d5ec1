package io.producerbench.cli;

import io.producerbench.cli.DisturbanceOptions.StealOption;
import io.producerbench.cli.hosts.HostsOptions;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.curve.Curve;
import io.producerbench.curve.CurvePlan;
import io.producerbench.curve.CurvePlanFile;
import io.producerbench.curve.CurveRequest;
import io.producerbench.curve.CurveText;
import io.producerbench.curve.TrialDropRule;
import io.producerbench.curve.search.LatencyGoal;
import io.producerbench.environment.WorkDirectory;
import io.producerbench.failure.UsageException;
import io.producerbench.hosts.HostsRequest;
import io.producerbench.results.CsvTable;
import io.producerbench.results.RunDirectory;
import io.producerbench.run.Progress;
import io.producerbench.run.RunGuard;
import io.producerbench.run.RunKind;
import io.producerbench.sweep.SweepRequest;
import io.producerbench.text.Durations;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/**
 * Measures latency over load, and searches for the highest rate within each latency goal. Our own
 * options begin with two dashes; every other argument goes to JMH.
 */
@CommandLine.Command(
        name = "curve",
        customSynopsis = "./run-bench.sh curve [options] [JMH options]%n",
        description = "Measure latency over load, and the highest rate within a latency goal, for each mode.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./run-bench.sh curve                     # five modes, p99 within 20 ms",
            "  ./run-bench.sh curve --slo p99=50ms,p99.9=200ms -p acks=all -p recordSize=100",
            "",
            "Everything else is JMH's own: -p chooses modes and settings as in a sweep",
            "(default: the five modes at min.insync.replicas=2 with 1024 bytes), -f how often",
            "each rate of the ladder is measured, -w and -r how long a trial is.",
            "",
            "Exit codes: 0 done, 1 our fault, 2 usage, 3 environment."
        })
final class CurveCommand implements Command {
    private static final String SLO = "--slo";

    private final PrintStream out;
    private final PrintStream err;
    private final Progress progress;

    @Option(
            names = SLO,
            paramLabel = "GOALS",
            description =
                    "Percentiles of the latency from the due time and their limits, such as p99=20ms,p99.9=100ms (default: p99=20ms).")
    private String goals = "p99=20ms";

    @Option(names = "--dry-run", description = "Show modes, goals and duration; start nothing.")
    private boolean dryRun;

    @Mixin
    private StealOption steal = new StealOption();

    @Mixin
    private ResumeOptions resume = new ResumeOptions();

    @Mixin
    private SweptClusterOptions brokers = new SweptClusterOptions();

    @Mixin
    private HostsOptions hosts = new HostsOptions();

    @Mixin
    private WarmUpOptions warmUp = new WarmUpOptions();

    @Mixin
    private DisturbanceOptions disturbance = new DisturbanceOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    @Unmatched
    private List<String> jmhArguments = new ArrayList<>();

    CurveCommand(PrintStream out, PrintStream err, Progress progress) {
        this.out = out;
        this.err = err;
        this.progress = progress;
    }

    @Override
    public ExitCode run() {
        CurveRequest request = request();
        CurvePlan plan = CurvePlan.of(request);
        Optional<HostsRequest> loadHosts = hosts.of(request.sweep(), plan.scenarios(), Checkout.trogdorVersion());
        plan.leftOut().forEach(reason -> err.println("left out: " + reason));
        if (dryRun) {
            plan.jmh().requireUsable();
            describe(plan);
            return ExitCode.DONE;
        }
        loadHosts.ifPresent(HostsOptions::requireAgents);
        RunGuard guard = run.guard("curve", out, brokers.progress(request.sweep(), progress));
        guard.run(new Curve(request.on(loadHosts), plan, guard)::run, directory -> {
            Path summary = new RunDirectory(directory).curveSummary();
            if (Files.exists(summary)) {
                out.print(CurveText.of(CsvTable.read(summary)));
                ReportFiles.atEnd(directory, err);
            }
            guard.results(directory);
        });
        return ExitCode.DONE;
    }

    private void describe(CurvePlan plan) {
        plan.scenarios().forEach(scenario -> out.println("  " + scenario.name().replaceFirst("^max-rate-", "")));
        out.println("goals: " + plan.goals().stream().map(LatencyGoal::text).collect(Collectors.joining(", ")));
        out.println("about " + plan.trials() + " trials, " + Durations.text(plan.duration())
                + "; how many a search takes depends on what it finds");
    }

    private CurveRequest request() {
        List<String> beside = new ArrayList<>(ExistingClusterOptions.NAMES);
        beside.addAll(List.of("--dry-run", WorkDirectoryOption.NAME));
        Optional<Map<?, ?>> stopped = resume.plan(RunKind.CURVE, beside, jmhArguments);
        SweepRequest sweep = stopped.map(this::resumed).orElseGet(this::begun);
        return new CurveRequest(
                brokers.of(sweep, resume.directory(), err::println),
                goals(),
                new TrialDropRule(steal.share(), disturbance.limits()));
    }

    private List<LatencyGoal> goals() {
        try {
            return LatencyGoal.list(goals);
        } catch (IllegalArgumentException e) {
            throw new UsageException(SLO + " " + goals + ": " + e.getMessage());
        }
    }

    /** Returns the request of a run that goes on, and takes what its plan has for the other options. */
    private SweepRequest resumed(Map<?, ?> file) {
        goals = ((List<?>) file.get(CurvePlanFile.GOALS))
                .stream().map(String::valueOf).collect(Collectors.joining(","));
        warmUp.resume(file.get(CurvePlanFile.WARM_UP_ROUNDS));
        run.resume(resume.directory().orElseThrow(), file);
        steal.resume(file.get(CurvePlanFile.MOST_STEAL));
        disturbance.resume(((Number) file.get(CurvePlanFile.MOST_OTHERS)).doubleValue());
        return sweep(
                ((List<?>) file.get(CurvePlanFile.JMH_ARGUMENTS))
                        .stream().map(String::valueOf).toList(),
                ClusterKind.parse(String.valueOf(file.get(CurvePlanFile.CLUSTER_KIND))),
                String.valueOf(file.get("broker_version")), // empty where the brokers existed
                Optional.ofNullable(file.get(CurvePlanFile.IMAGE)).map(String::valueOf));
    }

    private SweepRequest begun() {
        run.refuseMisspelt(jmhArguments);
        brokers.requireNoVersion();
        return sweep(jmhArguments, brokers.kind(), run.brokerVersion(), brokers.image());
    }

    private SweepRequest sweep(List<String> jmh, ClusterKind kind, String brokerVersion, Optional<String> image) {
        return new SweepRequest(
                jmh,
                false,
                warmUp.rounds(),
                run.seed(),
                kind,
                brokerVersion,
                Checkout.home(),
                run.results(),
                resume.directory(),
                Optional.empty(),
                image,
                disturbance.limits(),
                WorkDirectory.usual());
    }
}
