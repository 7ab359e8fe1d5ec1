package io.producerbench.cli;

import io.producerbench.failure.UsageException;
import io.producerbench.guarantees.GuaranteesRequest;
import io.producerbench.guarantees.GuaranteesRun;
import io.producerbench.guarantees.TrialPlanText;
import io.producerbench.guarantees.experiments.TrialPlan;
import io.producerbench.report.claims.ClaimFinding;
import io.producerbench.report.claims.ClaimStatus;
import io.producerbench.report.claims.Claims;
import io.producerbench.report.claims.ClaimsText;
import io.producerbench.results.ResultFile;
import io.producerbench.results.RunDirectory;
import io.producerbench.run.Progress;
import io.producerbench.run.RunGuard;
import io.producerbench.run.RunKind;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Counts under faults what each setting really guarantees. */
@CommandLine.Command(
        name = "guarantees",
        customSynopsis = "./run-bench.sh guarantees [options]%n",
        description =
                "Inject faults into three real brokers and their connections, and count the records that each setting loses, duplicates, reorders or shows too early.",
        footer = {
            "",
            "Examples:",
            "  ./run-bench.sh guarantees --tier smoke",
            "  ./run-bench.sh guarantees --only C5,C14",
            "",
            "Exit codes: 0 every claim came out as it must, 1 our fault, 2 usage, 3",
            "environment, 4 a guarantee was broken, or an anomaly that must show did not."
        })
final class GuaranteesCommand implements Command {
    private final PrintStream out;
    private final PrintStream err;
    private final Progress progress;
    private final BiFunction<GuaranteesRequest, RunGuard, GuaranteesRun.GuaranteesResult> guarantees;

    @Option(names = "--dry-run", description = "Show the experiments and how many trials each has; start nothing.")
    private boolean dryRun;

    @Mixin
    private ResumeOptions resume = new ResumeOptions();

    @Mixin
    private ExperimentOptions experiments = new ExperimentOptions();

    @Mixin
    private OwnClusterOptions brokers = new OwnClusterOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    /** Refused with the reason, which an unknown option would not get. */
    @Option(
            names = {"--bootstrap-server", "--command-config", "--command-property"},
            hidden = true)
    private List<String> existing = new ArrayList<>();

    GuaranteesCommand(PrintStream out, PrintStream err, Progress progress) {
        this(out, err, progress, (request, guard) -> new GuaranteesRun(request, guard).run());
    }

    GuaranteesCommand(
            PrintStream out,
            PrintStream err,
            Progress progress,
            BiFunction<GuaranteesRequest, RunGuard, GuaranteesRun.GuaranteesResult> guarantees) {
        this.out = out;
        this.err = err;
        this.progress = progress;
        this.guarantees = guarantees;
    }

    @Override
    public ExitCode run() {
        if (!existing.isEmpty()) {
            throw new UsageException(
                    "guarantees kills brokers and cuts connections, and does so only to brokers that it"
                            + " starts itself; leave out " + String.join(", ", ExistingClusterOptions.NAMES)
                            + ", and measure costs on that cluster with the sweep");
        }
        resume.plan(RunKind.GUARANTEES, List.of("--dry-run"), List.of()).ifPresent(stopped -> {
            experiments.resume(stopped);
            brokers.resume(stopped);
            run.resume(resume.directory().orElseThrow(), stopped);
        });
        long seed = run.seed();
        TrialPlan plan = experiments.plan(brokers.kind(), seed, err::println);
        GuaranteesRequest request = new GuaranteesRequest(
                plan,
                experiments.tier().label(),
                asked(),
                seed,
                run.brokerVersion(),
                brokers.kind(),
                brokers.docker(),
                Checkout.home(),
                run.results(),
                brokers.workDirectory(),
                resume.directory());
        if (dryRun) {
            Command.print(out, TrialPlanText.of(plan, request.tier()));
            return ExitCode.DONE;
        }
        RunGuard guard = run.guard("guarantees", out, progress);
        GuaranteesRun.GuaranteesResult outcome =
                guard.run(() -> guarantees.apply(request, guard), tried -> tell(tried, guard));
        boolean refuted = claims(outcome).stream().anyMatch(claim -> claim.standing() == ClaimStatus.NOT_SHOWN);
        return refuted || !outcome.notAsExpected().isEmpty() ? ExitCode.VERDICT : ExitCode.DONE;
    }

    private void tell(GuaranteesRun.GuaranteesResult outcome, RunGuard guard) {
        Command.print(out, ClaimsText.of(claims(outcome)) + "\n");
        outcome.untold().forEach(trial -> err.println("told nothing: " + trial));
        outcome.notAsExpected().forEach(trial -> err.println("not as expected: " + trial));
        ReportFiles.atEnd(outcome.directory(), err);
        guard.results(outcome.directory());
    }

    private Map<String, Object> asked() {
        Map<String, Object> asked = experiments.asked();
        brokers.describe(asked);
        return asked;
    }

    private static List<ClaimFinding> claims(GuaranteesRun.GuaranteesResult outcome) {
        RunDirectory run = new RunDirectory(outcome.directory());
        return Claims.of(ResultFile.read(run.guaranteesSummary()), ResultFile.read(run.settings()));
    }
}
