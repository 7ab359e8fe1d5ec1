package io.producerbench.cli;

import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.RedactedStream;
import io.producerbench.cluster.Redaction;
import io.producerbench.failure.UsageException;
import io.producerbench.run.CommandConfig;
import io.producerbench.run.Progress;
import io.producerbench.sweep.PlanText;
import io.producerbench.sweep.SummaryText;
import io.producerbench.sweep.Sweep;
import io.producerbench.sweep.SweepPlan;
import io.producerbench.sweep.SweepRequest;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Measures every scenario. Its own options begin with two dashes; every other is JMH's and goes to JMH as it is. */
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
            "Other commands: guarantees, report, calibrate, compare, duet, history, export,",
            "cluster; each has its own --help.",
            "Exit codes: 0 done, 1 our fault, 2 usage, 3 environment, 4 a sample that is not",
            "OK."
        })
final class SweepCommand implements Command {
    private final PrintStream out;
    private final PrintStream err;

    @Spec
    private CommandSpec spec;

    @Option(names = "--quick", description = "One block, one record size, short iterations: a few minutes.")
    private boolean quick;

    @Option(
            names = "--dry-run",
            description = "Show cells, pruned cells with reasons, seed and duration; start nothing.")
    private boolean dryRun;

    @Option(names = "--resume", paramLabel = "DIR", description = "Go on with a run that was stopped.")
    private Path resume;

    @Option(
            names = "--cluster",
            paramLabel = "KIND",
            description =
                    "How the brokers are run: processes (default), containers, compose, or external with --bootstrap-server.")
    private String cluster;

    @Option(
            names = "--broker-warm-up-rounds",
            paramLabel = "N",
            description =
                    "Warm the brokers for at most this many rounds of some 5 s; they stop sooner once no round is faster.")
    private Integer brokerWarmUpRounds;

    @Option(names = "--image", paramLabel = "IMAGE", description = OwnClusterOptions.IMAGE)
    private String image;

    @Mixin
    private ExistingClusterOptions existing = new ExistingClusterOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    @Unmatched
    private List<String> jmhArguments = new ArrayList<>();

    SweepCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public ExitCode run() {
        requireOwnOptionsKnown();
        Optional<ExitCode> answered = JmhQuestions.answer(jmhArguments, out);
        if (answered.isPresent()) {
            return answered.get();
        }
        SweepRequest request = request();
        SweepPlan plan = SweepPlan.of(request);
        if (dryRun) {
            out.print(PlanText.of(plan));
            return ExitCode.DONE;
        }
        Sweep.Outcome outcome = new Sweep(request, plan, progress(request)).run();
        out.println(SummaryText.of(outcome.directory()));
        outcome.notOk().forEach(sample -> err.println("not OK: " + sample));
        out.println("results: " + RunOptions.display(outcome.directory()));
        return outcome.notOk().isEmpty() ? ExitCode.DONE : ExitCode.VERDICT;
    }

    /** What clients on somebody else's cluster say, in this JVM too, may quote a setting, and is their own trouble. */
    private Progress progress(SweepRequest request) {
        if (request.existing().isEmpty()) {
            return err::println;
        }
        // Before the first of its loggers is made: what went wrong is said once, in our words, and without a stack
        // trace.
        System.setProperty("org.slf4j.simpleLogger.log.org.apache.kafka", "off");
        Redaction redaction = Redaction.of(request.existing().get().settings());
        System.setErr(new PrintStream(new RedactedStream(System.err, redaction), true, StandardCharsets.UTF_8));
        return line -> err.println(redaction.apply(line));
    }

    private SweepRequest request() {
        SweepRequest request = resume != null ? resumed() : begun();
        boolean external = request.clusterKind() == ClusterKind.EXTERNAL;
        if (!existing.isGiven()) {
            if (external) {
                throw new UsageException(
                        resume == null
                                ? "--cluster external: which one? Give its --bootstrap-server"
                                : "--resume " + resume
                                        + ": the run was on an existing cluster, and neither its address nor"
                                        + " its secrets are kept; give --bootstrap-server and --command-config again");
            }
            return request;
        }
        if (!external) {
            throw new UsageException(
                    resume == null
                            ? "--cluster " + cluster + " starts brokers, and --bootstrap-server names some that run;"
                                    + " give one of them"
                            : "--resume " + resume
                                    + ": the run was on brokers of its own; leave --bootstrap-server out");
        }
        CommandConfig config = existing.with(request.jmhArguments());
        config.notices().forEach(err::println);
        return request.on(config);
    }

    private SweepRequest resumed() {
        boolean alone = spec.commandLine().getParseResult().matchedOptions().stream()
                .map(OptionSpec::longestName)
                .allMatch(name ->
                        List.of("--resume", "--dry-run").contains(name) || ExistingClusterOptions.NAMES.contains(name));
        if (!alone || !jmhArguments.isEmpty()) {
            throw new UsageException("--resume " + resume + ": the run goes on with its own options; give no others");
        }
        return SweepRequest.resume(resume, Checkout.home());
    }

    private SweepRequest begun() {
        if (existing.isGiven() && spec.commandLine().getParseResult().hasMatchedOption("--broker-version")) {
            throw new UsageException("--broker-version: brokers that exist have the version they have; leave it out");
        }
        return new SweepRequest(
                        jmhArguments,
                        quick,
                        warmUpRounds(),
                        run.seed(),
                        clusterKind(),
                        run.brokerVersion(),
                        Checkout.home(),
                        run.results(),
                        Optional.empty())
                .from(OwnClusterOptions.image(image, clusterKind()));
    }

    private OptionalInt warmUpRounds() {
        if (brokerWarmUpRounds == null) {
            return OptionalInt.empty();
        }
        if (brokerWarmUpRounds < 1) {
            throw new UsageException("--broker-warm-up-rounds " + brokerWarmUpRounds
                    + ": at least 1 is needed, cold brokers cannot be measured");
        }
        return OptionalInt.of(brokerWarmUpRounds);
    }

    private ClusterKind clusterKind() {
        if (cluster == null) {
            return existing.isGiven() ? ClusterKind.EXTERNAL : ClusterKind.PROCESSES;
        }
        return OwnClusterOptions.parse(cluster);
    }

    /** An option of ours that is misspelt would otherwise be JMH's to refuse, in words about JMH. */
    private void requireOwnOptionsKnown() {
        for (int i = 0; i < jmhArguments.size(); i++) {
            String name = jmhArguments.get(i).split("=", 2)[0];
            boolean isValue = i > 0 && jmhArguments.get(i - 1).startsWith("-jvmArgs");
            if (!name.startsWith("--") || isValue) {
                continue;
            }
            throw RunOptions.unknown(name, spec);
        }
    }
}
