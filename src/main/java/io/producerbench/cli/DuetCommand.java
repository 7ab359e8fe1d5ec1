package io.producerbench.cli;

import io.producerbench.calibration.StubCluster;
import io.producerbench.cli.DisturbanceOptions.StealOption;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.duet.Against;
import io.producerbench.duet.DropRule;
import io.producerbench.duet.Duet;
import io.producerbench.duet.DuetPlan;
import io.producerbench.duet.DuetPlanFile;
import io.producerbench.duet.DuetRequest;
import io.producerbench.duet.DuetSummary;
import io.producerbench.duet.DuetSummaryRow;
import io.producerbench.duet.DuetText;
import io.producerbench.duet.StopRule;
import io.producerbench.failure.UsageException;
import io.producerbench.results.CsvTable;
import io.producerbench.results.RunDirectory;
import io.producerbench.run.Progress;
import io.producerbench.run.RunGuard;
import io.producerbench.run.RunKind;
import io.producerbench.stats.Looks;
import io.producerbench.text.Durations;
import io.producerbench.text.NearestName;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/**
 * Compares two arms that take turns in one run. Our own options begin with two dashes; every other
 * argument goes to JMH.
 */
@CommandLine.Command(
        name = "duet",
        customSynopsis = "./run-bench.sh duet ARM [ARM] [options] [JMH options]%n",
        description = "Compare two commits, versions or settings, which take turns in one run.",
        footerHeading = "%nAn arm is one of (both of a kind; a commit alone is compared with HEAD):%n",
        footer = {
            "  HEAD~1, main, 9fd4170        a commit, built in a worktree of its own",
            "  path/to/benchmarks.jar       a jar that was built from this project",
            "  client:4.4.0                 what is checked out, with this Kafka client",
            "  client:4.4.0,NAME=VALUE      and with this setting of Kafka's producer",
            "  broker:4.4.0                 brokers of this version",
            "  broker:4.4.0,transaction.version=1   and with this transaction protocol",
            "  linger.ms=0                  a setting, by Kafka's name",
            "  consumers=2                  FixedRate with two consumers, or 0 without",
            "",
            "Everything else is JMH's own: -p acks=all chooses scenarios (default: MaxRate",
            "in the five modes at min.insync.replicas=2 with 1024 bytes), -f the most",
            "blocks, -w the warm-up, -i how many slots of each arm, -r how long each.",
            "",
            "Examples:",
            "  ./run-bench.sh duet HEAD~1 HEAD",
            "  ./run-bench.sh duet linger.ms=5 linger.ms=0 -p acks=all -f 15 --looks 10,15",
            "  ./run-bench.sh duet client:4.3.1 client:4.4.0 --against stub",
            "",
            "Exit codes: 0 done, 1 our fault, 2 usage, 3 environment, 4 slower, with",
            "--fail-on-regression only."
        })
final class DuetCommand implements Command {
    private static final int MOST_ARMS = 2;
    private static final String AGAINST = "--against";

    private final PrintStream out;
    private final PrintStream err;
    private final Progress progress;

    @Option(names = "--dry-run", description = "Show what would be compared and how long it takes; start nothing.")
    private boolean dryRun;

    @Option(names = "--fail-on-regression", description = "Exit with 4 if the new arm is slower anywhere.")
    private boolean failOnRegression;

    @Option(
            names = AGAINST,
            paramLabel = "WHAT",
            description =
                    "brokers, or stub: one process that answers at once, which shows the client alone (default: brokers).")
    private String against = Against.BROKERS.label();

    @Mixin
    private StealOption steal = new StealOption();

    @Mixin
    private ResumeOptions resume = new ResumeOptions();

    @Mixin
    private LooksOptions looksOptions = new LooksOptions();

    @Mixin
    private WarmUpOptions warmUp = new WarmUpOptions();

    @Mixin
    private DisturbanceOptions disturbance = new DisturbanceOptions();

    @Mixin
    private WorkDirectoryOption workDirectory = new WorkDirectoryOption();

    @Mixin
    private RunOptions run = new RunOptions();

    @Unmatched
    private List<String> rest = new ArrayList<>();

    DuetCommand(PrintStream out, PrintStream err, Progress progress) {
        this.out = out;
        this.err = err;
        this.progress = progress;
    }

    @Override
    public ExitCode run() {
        Optional<Map<?, ?>> stopped =
                resume.plan(RunKind.DUET, List.of("--dry-run", "--fail-on-regression"), List.of());
        DuetRequest request = stopped.map(this::resumed).orElseGet(this::begun);
        Looks looks = looksOptions.looks();
        StopRule rule = new StopRule(looks);
        DuetPlan plan = DuetPlan.of(request, rule, Duet.commits(request.project()));
        if (stopped.isEmpty()) {
            looksOptions.requireWithin(plan.mostBlocks());
        }
        plan.leftOut().forEach(reason -> err.println("left out: " + reason));
        if (dryRun) {
            plan.jmh().requireUsable();
            describe(plan);
            return ExitCode.DONE;
        }
        RunGuard guard = run.guard("duet", out, progress);
        Path measured = guard.run(new Duet(request, plan, rule, guard, StubCluster::start)::run, directory -> {
            DuetSummary summary = summary(directory, looks);
            out.print(DuetText.of(summary, plan.base().text(), plan.other().text(), looks, request.against()));
            ReportFiles.atEnd(directory, err);
            guard.results(directory);
        });
        boolean isWorse = summary(measured, looks).rows().stream().anyMatch(DuetSummaryRow::isWorse);
        return failOnRegression && isWorse ? ExitCode.VERDICT : ExitCode.DONE;
    }

    private static DuetSummary summary(Path directory, Looks looks) {
        Path pairs = new RunDirectory(directory).duet();
        return DuetSummary.of(Files.exists(pairs) ? CsvTable.read(pairs) : List.of(), looks);
    }

    private void describe(DuetPlan plan) {
        out.println("base: " + plan.base().text() + ", " + plan.base().kind());
        out.println("new:  " + plan.other().text() + ", " + plan.other().kind());
        plan.scenarios().forEach(scenario -> out.println("  " + scenario.base().name()));
        out.println("at most " + plan.mostBlocks() + " blocks, " + Durations.text(plan.longest())
                + "; a scenario that is decided is measured no more");
    }

    /** Returns the request of a run that goes on. The paths of jars are not kept in its plan. */
    private DuetRequest resumed(Map<?, ?> file) {
        List<String> arms = strings(file.get(DuetPlanFile.ARMS));
        if (arms.stream().anyMatch(arm -> arm.endsWith(".jar"))) {
            if (rest.size() != MOST_ARMS) {
                throw new UsageException("--resume: the paths of its jars are not kept; name them again: duet "
                        + String.join(" ", arms) + " --resume "
                        + resume.directory().orElseThrow());
            }
            arms = rest;
        } else if (!rest.isEmpty()) {
            throw resume.tooMuch();
        }
        against = file.containsKey(DuetPlanFile.AGAINST)
                ? String.valueOf(file.get(DuetPlanFile.AGAINST))
                : Against.BROKERS.label(); // of a plan from before there was a choice
        looksOptions.resume(file.get(DuetPlanFile.LOOKS));
        warmUp.resume(file.get(DuetPlanFile.WARM_UP_ROUNDS));
        run.resume(resume.directory().orElseThrow(), file);
        steal.resume(file.get(DuetPlanFile.MOST_STEAL));
        disturbance.resume(((Number) file.get(DuetPlanFile.MOST_OTHERS)).doubleValue());
        return request(arms, strings(file.get(DuetPlanFile.JMH_ARGUMENTS)));
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private DuetRequest begun() {
        List<String> arms = rest.stream()
                .takeWhile(argument -> !argument.startsWith("-"))
                .limit(MOST_ARMS)
                .toList();
        if (arms.isEmpty()) {
            throw new UsageException("expected two arms as the first arguments, got "
                    + (rest.isEmpty() ? "nothing" : rest.get(0)) + "; for instance: duet linger.ms=5 linger.ms=0");
        }
        List<String> jmh = rest.subList(arms.size(), rest.size());
        run.refuseMisspelt(jmh);
        return request(arms, jmh);
    }

    private DuetRequest request(List<String> arms, List<String> jmh) {
        return new DuetRequest(
                arms,
                jmh,
                warmUp.rounds(),
                run.seed(),
                run.brokerVersion(),
                new DropRule(steal.share(), disturbance.limits()),
                Checkout.home(),
                run.results(),
                workDirectory.of(ClusterKind.PROCESSES),
                resume.directory(),
                against());
    }

    private Against against() {
        try {
            return Against.parse(against);
        } catch (IllegalArgumentException e) {
            List<String> known =
                    Arrays.stream(Against.values()).map(Against::label).toList();
            throw new UsageException(AGAINST + ": " + e.getMessage() + NearestName.hint(against, known));
        }
    }
}
