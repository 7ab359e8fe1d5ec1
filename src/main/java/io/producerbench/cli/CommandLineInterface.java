package io.producerbench.cli;

import io.producerbench.benchmarks.FixedRate;
import io.producerbench.benchmarks.MaxRate;
import io.producerbench.benchmarks.Visible;
import io.producerbench.cli.hosts.AgentCommand;
import io.producerbench.cli.hosts.LaneCommand;
import io.producerbench.environment.Terminal;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.failure.IoReason;
import io.producerbench.failure.UsageException;
import io.producerbench.results.ResultFileException;
import io.producerbench.run.Progress;
import io.producerbench.run.ProgressLine;
import io.producerbench.text.NearestName;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs the subcommand that the first argument names, or {@code sweep} if it names none. */
public final class CommandLineInterface {
    private static final List<String> BENCHMARKS =
            List.of(MaxRate.class.getSimpleName(), FixedRate.class.getSimpleName(), Visible.class.getSimpleName());

    private final PrintStream out;
    private final PrintStream err;
    private final Terminal terminal;
    private final Progress progress;

    /** @param terminal what these two streams can show */
    public CommandLineInterface(PrintStream out, PrintStream err, Terminal terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.progress = terminal.rewrites() ? new ProgressLine(err) : err::println;
    }

    /** Returns the subcommands in the order in which messages list them. */
    private Map<String, Supplier<Command>> commands() {
        Map<String, Supplier<Command>> commands = new LinkedHashMap<>();
        commands.put("sweep", () -> new SweepCommand(out, err, progress));
        commands.put("guarantees", () -> new GuaranteesCommand(out, err, progress));
        commands.put("report", () -> new ReportCommand(out));
        commands.put("compare", () -> new CompareCommand(out, err, Clock.systemUTC()));
        commands.put("duet", () -> new DuetCommand(out, err, progress));
        commands.put("curve", () -> new CurveCommand(out, err, progress));
        commands.put("history", () -> new HistoryCommand(out));
        commands.put("export", () -> new ExportCommand(out));
        commands.put("plan", () -> new PlanCommand(out));
        commands.put("calibrate", () -> new CalibrateCommand(out, err, progress));
        commands.put("cluster", () -> new ClusterCommand(out, err));
        commands.put("agent", () -> new AgentCommand(Checkout.home(), Checkout.trogdorVersion()));
        commands.put("lane", () -> new LaneCommand(Checkout.home()));
        commands.put("completion", () -> new CompletionCommand(out, this::tree));
        return commands;
    }

    /** Returns the sweep, which needs no name, with every other command below it. */
    private CommandLine tree() {
        CommandLine root = line(commands().get("sweep").get());
        commands().forEach((name, command) -> root.addSubcommand(name, line(command.get())));
        return root;
    }

    private static CommandLine line(Command command) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(command)
                .addOption(OptionSpec.builder("--help")
                        .usageHelp(true)
                        .description("This text.")
                        .build());
        CommandLine line = new CommandLine(spec).setTrimQuotes(false).setExpandAtFiles(false);
        String whole = "a whole number of at most ";
        number(line, whole + Integer.MAX_VALUE, Integer::valueOf, Integer.class, int.class);
        number(line, whole + Long.MAX_VALUE, Long::valueOf, Long.class, long.class);
        number(line, "a number", Double::valueOf, Double.class, double.class);
        return line;
    }

    /** picocli's own messages name Java's types. */
    private static <N> void number(
            CommandLine line, String expected, Function<String, N> parsed, Class<N> boxed, Class<N> primitive) {
        ITypeConverter<N> converter = word -> {
            try {
                return parsed.apply(word);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("expected " + expected + ", got '" + word + "'");
            }
        };
        line.registerConverter(boxed, converter);
        line.registerConverter(primitive, converter);
    }

    /** Returns the names of the subcommands. */
    static List<String> names() {
        PrintStream none = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return List.copyOf(
                new CommandLineInterface(none, none, Terminal.NONE).commands().keySet());
    }

    /** Runs what the arguments ask for. Prints a mistake as one line on stderr. */
    public ExitCode run(String... arguments) {
        try {
            return execute(List.of(arguments));
        } catch (UnmatchedArgumentException e) {
            return fail(ExitCode.USAGE, unknownArgument(e));
        } catch (UsageException | ParameterException | ResultFileException e) {
            return fail(ExitCode.USAGE, e.getMessage());
        } catch (EnvironmentException | UncheckedIOException e) {
            return fail(ExitCode.ENVIRONMENT, IoReason.message(e));
        }
    }

    private ExitCode execute(List<String> arguments) {
        CommandLine line = read(arguments).setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        if (line.isUsageHelpRequested()) {
            line.usage(out, terminal.colours() ? Ansi.ON : Ansi.OFF);
            return ExitCode.DONE;
        }
        Command command = line.getCommand();
        return command.run();
    }

    /**
     * Returns the command that the arguments name, with its options set, and runs nothing.
     *
     * @throws UnmatchedArgumentException if there is no such option, unless help is asked for
     */
    CommandLine read(List<String> arguments) {
        boolean named = !arguments.isEmpty() && commands().containsKey(arguments.get(0));
        if (!named) {
            requirePattern(arguments);
        }
        CommandLine line =
                line(commands().get(named ? arguments.get(0) : "sweep").get());
        List<String> rest = named ? arguments.subList(1, arguments.size()) : arguments;
        line.parseArgs(rest.toArray(String[]::new));
        return line;
    }

    /**
     * A first word that is neither a subcommand nor part of a benchmark's name is a misspelt
     * subcommand.
     */
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
                            .orElse("; the commands are "
                                    + String.join(", ", commands().keySet()) + ", the benchmarks "
                                    + String.join(", ", BENCHMARKS)));
        }
    }

    /**
     * Returns one line that names the argument, and the option that was probably meant. picocli's
     * own suggestions are the options with the same two first letters, which a slip in one of these
     * misses.
     */
    private static String unknownArgument(UnmatchedArgumentException unknown) {
        CommandSpec spec = unknown.getCommandLine().getCommandSpec();
        String argument = unknown.getUnmatched().get(0);
        if (!argument.startsWith("-")) {
            return spec.name() + " takes only options, got: " + argument + "; --help lists them";
        }
        String name = argument.split("=", 2)[0];
        if (name.equals("--hosts")) {
            return spec.name()
                    + " does not take --hosts: only the load of a sweep or a curve can be given by several hosts; leave it out";
        }
        List<String> known = spec.options().stream()
                .filter(option -> !option.hidden())
                .map(option -> option.longestName())
                .sorted()
                .toList();
        if (known.contains(name)) {
            return name + " stands after '--', behind which no options are read; leave the '--' out";
        }
        return "there is no option " + name
                + NearestName.of(name, known)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("; --help lists them");
    }

    private ExitCode fail(ExitCode code, String problem) {
        // A message may quote a file or an argument, which may hold control characters that a
        // terminal would obey.
        boolean mayHaveLines = code != ExitCode.USAGE; // the last lines of a broker's log, for instance
        err.println("run-bench: " + problem.replaceAll(mayHaveLines ? "[\\p{Cntrl}&&[^\n]]" : "\\p{Cntrl}", "?"));
        return code;
    }
}
