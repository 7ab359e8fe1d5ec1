package io.producerbench.cli;

import io.producerbench.benchmarks.FixedRate;
import io.producerbench.benchmarks.MaxRate;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.failure.UsageException;
import io.producerbench.results.ResultFileException;
import io.producerbench.text.NearestName;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** From arguments to exit code: the first word is the subcommand, {@code sweep} if it is none. */
public final class CommandLineInterface {
    private static final List<String> BENCHMARKS =
            List.of(MaxRate.class.getSimpleName(), FixedRate.class.getSimpleName());

    private final PrintStream out;
    private final PrintStream err;

    public CommandLineInterface(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    private Map<String, Supplier<Command>> commands() {
        return Map.of(
                "sweep", () -> new SweepCommand(out, err),
                "guarantees", () -> new GuaranteesCommand(out, err),
                "calibrate", () -> new CalibrateCommand(out, err),
                "report", () -> new ReportCommand(out),
                "compare", () -> new CompareCommand(out, err, Clock.systemUTC()),
                "history", () -> new HistoryCommand(out),
                "export", () -> new ExportCommand(out),
                "duet", () -> new DuetCommand(out, err),
                "cluster", () -> new ClusterCommand(out, err));
    }

    /** Runs what the arguments ask for. Mistakes come out as one line on stderr. */
    public ExitCode run(String... arguments) {
        try {
            return execute(List.of(arguments));
        } catch (UsageException | ParameterException e) {
            return fail(ExitCode.USAGE, e);
        } catch (EnvironmentException | ResultFileException | UncheckedIOException e) {
            return fail(ExitCode.ENVIRONMENT, e);
        }
    }

    private ExitCode execute(List<String> arguments) {
        boolean named = !arguments.isEmpty() && commands().containsKey(arguments.get(0));
        if (!named) {
            requirePattern(arguments);
        }
        Command command = commands().get(named ? arguments.get(0) : "sweep").get();
        CommandLine line = new CommandLine(command)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setTrimQuotes(false)
                .setExpandAtFiles(false);
        List<String> rest = named ? arguments.subList(1, arguments.size()) : arguments;
        line.parseArgs(rest.toArray(String[]::new));
        if (line.isUsageHelpRequested()) {
            line.usage(out);
            return ExitCode.DONE;
        }
        return command.run();
    }

    /** A first word that is neither a subcommand nor part of a benchmark's name is a misspelt subcommand. */
    private void requirePattern(List<String> arguments) {
        if (arguments.isEmpty() || arguments.get(0).startsWith("-")) {
            return;
        }
        String first = arguments.get(0);
        boolean isPattern = !first.matches("\\w+") || BENCHMARKS.stream().anyMatch(name -> name.contains(first));
        if (!isPattern) {
            throw new UsageException("there is no command or benchmark '" + first + "'"
                    + NearestName.of(first, commands().keySet())
                            .map(near -> "; did you mean '" + near + "'?")
                            .orElse(
                                    "; the commands are sweep, guarantees, report, compare, duet, history, export, calibrate and cluster, the benchmarks "
                                            + String.join(" and ", BENCHMARKS)));
        }
    }

    private ExitCode fail(ExitCode code, RuntimeException problem) {
        // A message may quote a file or an argument, and those may hold what a terminal would obey.
        String message = problem.getMessage().replaceAll("[\\p{Cntrl}&&[^\n]]", "?");
        err.println(
                "run-bench: " + Arrays.stream(message.split("\n")).findFirst().orElse(message));
        Arrays.stream(message.split("\n")).skip(1).forEach(err::println);
        return code;
    }
}
