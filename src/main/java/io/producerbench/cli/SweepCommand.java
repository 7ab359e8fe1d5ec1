package io.producerbench.cli;

import io.producerbench.cli.hosts.HostsOptions;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.environment.WorkDirectory;
import io.producerbench.hosts.HostsRequest;
import io.producerbench.run.Progress;
import io.producerbench.run.RunGuard;
import io.producerbench.run.RunKind;
import io.producerbench.sweep.PlanFile;
import io.producerbench.sweep.PlanText;
import io.producerbench.sweep.SummaryText;
import io.producerbench.sweep.Sweep;
import io.producerbench.sweep.SweepPlan;
import io.producerbench.sweep.SweepRequest;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/**
 * Measures every scenario. Our own options begin with two dashes; every other argument goes to JMH
 * as it is.
 */
@CommandLine.Command(
        name = "sweep",
        customSynopsis = "./run-bench.sh [options] [JMH options]%n",
        description = "Measure what each delivery setting costs, on three real brokers.",
        footerHeading = "%nEverything else is JMH's own (-h lists it):%n",
        footer = {
            "  -p acks=all,1     values of a parameter; --dry-run lists what follows",
            "  -f 10             blocks: how often every scenario is measured",
            "  -wi -w -i -r      warm-up and measurement iterations and their lengths",
            "  -prof gc          JMH's profilers",
            "  MaxRate           only the benchmarks whose name matches",
            "",
            "Examples:",
            "  ./run-bench.sh --quick",
            "  ./run-bench.sh -p acks=1,all -p recordSize=1024 -f 10",
            "",
            "Other commands: guarantees, curve, plan, duet, compare, history, report, export,",
            "calibrate, agent, cluster, completion; each has its own --help.",
            "Exit codes: 0 done, 1 our fault, 2 usage, 3 environment, 4 a sample that is not",
            "OK."
        })
final class SweepCommand implements Command {
    private final PrintStream out;
    private final PrintStream err;
    private final Progress progress;

    @Option(names = "--quick", description = "One block, one record size: about seven minutes.")
    private boolean quick;

    @Option(
            names = "--dry-run",
            description = "Show cells, pruned cells with reasons, seed and duration; start nothing.")
    private boolean dryRun;

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

    SweepCommand(PrintStream out, PrintStream err, Progress progress) {
        this.out = out;
        this.err = err;
        this.progress = progress;
    }

    @Override
    public ExitCode run() {
        run.refuseMisspelt(jmhArguments);
        Optional<ExitCode> answered = JmhQuestions.answer(jmhArguments, out);
        if (answered.isPresent()) {
            return answered.get();
        }
        SweepRequest request = request();
        SweepPlan plan = SweepPlan.of(request);
        Optional<HostsRequest> loadHosts = hosts.of(request, plan.grid().scenarios(), Checkout.trogdorVersion());
        if (dryRun) {
            plan.jmh().requireUsable();
            out.print(PlanText.of(plan));
            if (request.clusterKind() == ClusterKind.PROCESSES) {
                out.println(plan.diskNeed().text(request.workDirectory()));
            }
            return ExitCode.DONE;
        }
        loadHosts.ifPresent(HostsOptions::requireAgents);
        RunGuard guard = run.guard("sweep", out, brokers.progress(request, progress));
        Sweep.SweepResult outcome = guard.run(new Sweep(request, plan, guard, loadHosts)::run, swept -> {
            out.println(SummaryText.of(swept.directory()));
            swept.notOk().forEach(sample -> err.println("no OK sample: " + sample));
            ReportFiles.atEnd(swept.directory(), err);
            guard.results(swept.directory());
        });
        return outcome.notOk().isEmpty() ? ExitCode.DONE : ExitCode.VERDICT;
    }

    private SweepRequest request() {
        List<String> beside = new ArrayList<>(ExistingClusterOptions.NAMES);
        beside.addAll(List.of("--dry-run", WorkDirectoryOption.NAME));
        SweepRequest request = resume.plan(RunKind.SWEEP, beside, jmhArguments)
                .map(plan -> PlanFile.resumable(resume.directory().orElseThrow(), Checkout.home()))
                .orElseGet(this::begun);
        return brokers.of(request, resume.directory(), err::println);
    }

    private SweepRequest begun() {
        brokers.requireNoVersion();
        return new SweepRequest(
                jmhArguments,
                quick,
                warmUp.rounds(),
                run.seed(),
                brokers.kind(),
                run.brokerVersion(),
                Checkout.home(),
                run.results(),
                Optional.empty(),
                Optional.empty(),
                brokers.image(),
                disturbance.limits(),
                WorkDirectory.usual());
    }
}
