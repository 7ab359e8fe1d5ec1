package io.producerbench.cli;

import io.producerbench.failure.UsageException;
import io.producerbench.plan.PlanFormat;
import io.producerbench.text.NearestName;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a load needs in each mode, from what runs measured. Measures nothing. */
@CommandLine.Command(
        name = "plan",
        customSynopsis = "./run-bench.sh plan DIR... --rate N --record BYTES [options]%n",
        description = {
            "Say what a load needs in each mode: brokers by CPU, network and disk, clients,",
            "partitions; and what it gets: guarantee, rate, latency, and what remains with one",
            "broker down. Computed from complete runs of sweep, guarantees and curve alone;",
            "starts no brokers. docs/planning.md has the formulae."
        },
        footer = {
            "",
            "Each row is a PLAN, EXTRAPOLATED, UNMEASURED or IMPOSSIBLE, and says why. Results with",
            "capacity_valid=false give ratios only, unless --anchor says what your brokers sustain.",
            "",
            "Examples:",
            "  ./run-bench.sh plan results/<sweep> results/<guarantees> --rate 20000 --record 1024",
            "  ./run-bench.sh plan results/<sweep> --rate 200000 --record 1000 --slo p99=50ms",
            "With --anchor acks=1:250000, --cores 8, --nic 1.25GB, --disk 4TB and --retention 24h it",
            "says how many brokers.",
            "",
            "Exit codes: 0 printed, 1 our fault, 2 usage, a damaged file or results that lack what",
            "is asked, 3 environment."
        })
final class PlanCommand implements Command {
    private final PrintStream out;

    @Parameters(paramLabel = "DIR", arity = "0..*", description = "Directories of complete runs.")
    private List<String> directories = new ArrayList<>();

    @Mixin
    private PlanOptions options = new PlanOptions("plan");

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, markdown or csv (default: text).")
    private String format = PlanFormat.TEXT.option();

    PlanCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public ExitCode run() {
        PlanFormat wanted = PlanFormat.of(format)
                .orElseThrow(() -> new UsageException("plan: --format: expected one of "
                        + String.join(", ", PlanFormat.options()) + ", got '" + format + "'"
                        + NearestName.hint(format, PlanFormat.options())));
        PlanRuns runs = PlanRuns.of(directories);
        Command.print(out, wanted.write(runs.plan(options.question())));
        return ExitCode.DONE;
    }
}
