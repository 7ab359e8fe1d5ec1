package io.producerbench.cli;

import io.producerbench.cluster.ClusterKind;
import io.producerbench.failure.UsageException;
import io.producerbench.guarantees.GuaranteesRequest;
import io.producerbench.guarantees.GuaranteesRun;
import io.producerbench.guarantees.experiments.Experiment;
import io.producerbench.guarantees.experiments.ExperimentMatrix;
import io.producerbench.guarantees.experiments.Tier;
import io.producerbench.guarantees.experiments.TrialCell;
import io.producerbench.guarantees.experiments.TrialPlan;
import io.producerbench.report.claims.ClaimFinding;
import io.producerbench.report.claims.ClaimStatus;
import io.producerbench.report.claims.Claims;
import io.producerbench.report.claims.ClaimsText;
import io.producerbench.results.ResultFile;
import io.producerbench.results.RunDirectory;
import io.producerbench.run.Progress;
import io.producerbench.text.NearestName;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** What each setting really guarantees, counted under faults. */
@CommandLine.Command(
        name = "guarantees",
        customSynopsis = "./run-bench.sh guarantees [options]%n",
        description =
                "Hurt three real brokers and their connections, and count what each setting loses, doubles, reorders or shows.",
        footer = {
            "",
            "Exit codes: 0 every claim came out as it must, 1 our fault, 2 usage, 3",
            "environment, 4 a guarantee was broken, or an anomaly that must show did not."
        })
final class GuaranteesCommand implements Command {
    private final PrintStream out;
    private final PrintStream err;
    private final BiFunction<GuaranteesRequest, Progress, GuaranteesRun.Outcome> guarantees;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--tier",
            paramLabel = "TIER",
            description = "How often everything is tried: smoke, standard, release or nightly (default: standard).")
    private String tier = Tier.STANDARD.label();

    @Option(
            names = "--only",
            paramLabel = "ID",
            split = ",",
            description = "Only these experiments, for instance C5 or C10,C14.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--trials", paramLabel = "N", description = "Trials of every cell, in place of the tier's numbers.")
    private Integer trials;

    @Mixin
    private OwnClusterOptions brokers = new OwnClusterOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    @Unmatched
    private List<String> unknown = new ArrayList<>();

    GuaranteesCommand(PrintStream out, PrintStream err) {
        this(out, err, (request, progress) -> new GuaranteesRun(request, progress).run());
    }

    GuaranteesCommand(
            PrintStream out,
            PrintStream err,
            BiFunction<GuaranteesRequest, Progress, GuaranteesRun.Outcome> guarantees) {
        this.out = out;
        this.err = err;
        this.guarantees = guarantees;
    }

    @Override
    public ExitCode run() {
        requireAllKnown();
        Tier chosen = tier();
        List<TrialCell> cells = cells();
        if (trials != null && trials < 1) {
            throw new UsageException("--trials: expected at least 1, got: " + trials);
        }
        long seed = run.seed();
        TrialPlan plan = TrialPlan.of(
                cells, cell -> trials != null && chosen.trials(cell) > 0 ? trials : chosen.trials(cell), seed);
        if (plan.trials() == 0) {
            throw new UsageException("--only: expected an experiment of tier " + chosen.label() + ", got: "
                    + String.join(",", only) + "; --tier standard has all");
        }
        GuaranteesRun.Outcome outcome = guarantees.apply(
                new GuaranteesRequest(
                        plan,
                        chosen.label(),
                        seed,
                        run.brokerVersion(),
                        brokers.kind(),
                        brokers.docker(),
                        Checkout.home(),
                        run.results()),
                err::println);
        List<ClaimFinding> claims = claims(outcome);
        // In bytes, because a locale without the signs would print them as question marks.
        out.writeBytes((ClaimsText.of(claims) + "\n").getBytes(StandardCharsets.UTF_8));
        outcome.untold().forEach(trial -> err.println("told nothing: " + trial));
        outcome.notAsExpected().forEach(trial -> err.println("not as expected: " + trial));
        out.println("results: " + RunOptions.display(outcome.directory()));
        boolean refuted = claims.stream().anyMatch(claim -> claim.standing() == ClaimStatus.NOT_SHOWN);
        return refuted || !outcome.notAsExpected().isEmpty() ? ExitCode.VERDICT : ExitCode.DONE;
    }

    private static List<ClaimFinding> claims(GuaranteesRun.Outcome outcome) {
        RunDirectory run = new RunDirectory(outcome.directory());
        return Claims.of(ResultFile.read(run.guaranteesSummary()), ResultFile.read(run.settings()));
    }

    private Tier tier() {
        return Arrays.stream(Tier.values())
                .filter(known -> known.label().equals(tier))
                .findFirst()
                .orElseThrow(() -> new UsageException("--tier: expected "
                        + Arrays.stream(Tier.values()).map(Tier::label).collect(Collectors.joining(", "))
                        + ", got: " + tier));
    }

    private List<TrialCell> cells() {
        List<String> ids =
                Arrays.stream(Experiment.values()).map(Experiment::name).toList();
        Set<Experiment> wanted = EnumSet.noneOf(Experiment.class);
        for (String id : only) {
            wanted.addAll(Experiment.named(id));
            if (Experiment.named(id).isEmpty()) {
                throw new UsageException("--only: there is no experiment '" + id + "'"
                        + NearestName.of(id.toUpperCase(Locale.ROOT), ids)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("; there are " + String.join(", ", ids)));
            }
        }
        return possible(ExperimentMatrix.cells().stream()
                .filter(cell -> only.isEmpty() || wanted.contains(cell.experiment()))
                .toList());
    }

    /** Without those that cannot be tried on such brokers, of which each says why. */
    private List<TrialCell> possible(List<TrialCell> wanted) {
        ClusterKind kind = brokers.kind();
        List<TrialCell> possible =
                wanted.stream().filter(cell -> cell.refusedBy(kind).isEmpty()).toList();
        if (possible.isEmpty()) {
            TrialCell first = wanted.get(0);
            throw new UsageException("--only " + String.join(",", only) + ": "
                    + first.refusedBy(kind).orElseThrow());
        }
        wanted.stream()
                .filter(cell -> cell.refusedBy(kind).isPresent())
                .map(cell -> cell.experiment()
                        + (cell.variant().isEmpty() ? "" : " (" + cell.variant() + ")")
                        + " is not tried: " + cell.refusedBy(kind).orElseThrow())
                .distinct()
                .forEach(err::println);
        return possible;
    }

    private void requireAllKnown() {
        for (String argument : unknown) {
            String name = argument.split("=", 2)[0];
            if (ExistingClusterOptions.NAMES.contains(name)) {
                throw new UsageException(
                        name + ": guarantees kills brokers and cuts connections, which it does to none but"
                                + " those it starts itself; leave it out, and measure costs there with the sweep");
            }
            if (argument.startsWith("-")) {
                throw RunOptions.unknown(argument.split("=", 2)[0], spec);
            }
            throw new UsageException("guarantees takes only options, got: " + argument + "; --help lists them");
        }
    }
}
