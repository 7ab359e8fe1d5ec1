package io.producerbench.jmh;

import io.producerbench.failure.UsageException;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.PacingKind;
import io.producerbench.text.NearestName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.ProfilerConfig;

/**
 * The user's JMH options, read by JMH's own parser. One thing is stricter: a name after {@code -p}
 * that no benchmark has is an error here, because JMH ignores it silently.
 */
public final class JmhArguments {
    private final List<String> arguments;
    private final CommandLineOptions options;

    private JmhArguments(List<String> arguments, CommandLineOptions options) {
        this.arguments = List.copyOf(arguments);
        this.options = options;
    }

    /**
     * @throws UsageException if JMH does not understand them, or they ask for what a sweep cannot
     *     do
     */
    public static JmhArguments parse(List<String> arguments) {
        requireKnownParams(arguments);
        OptionCheck.requireSwitches(arguments);
        CommandLineOptions options;
        try {
            options = new CommandLineOptions(arguments.toArray(String[]::new));
        } catch (CommandLineOptionException | IllegalStateException e) { // the latter for an unknown -bm
            throw new UsageException(OptionCheck.sentence(e, arguments));
        }
        OptionCheck.require(options);
        return new JmhArguments(arguments, options);
    }

    private static void requireKnownParams(List<String> arguments) {
        List<String> known = Arrays.stream(Axis.values()).map(Axis::param).toList();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("-p") && i + 1 < arguments.size()) {
                requireKnown(arguments.get(i + 1), known);
            } else if (argument.matches("-p(?!rof)=?\\w+=.*")) {
                requireKnown(argument.replaceFirst("-p=?", ""), known);
            }
        }
    }

    private static void requireKnown(String assignment, List<String> known) {
        String name = assignment.split("=", 2)[0];
        if (!known.contains(name)) {
            throw new UsageException("-p " + assignment + ": there is no parameter '" + name + "'"
                    + NearestName.of(name, known)
                            .map(near -> "; did you mean '" + near + "'?")
                            .orElse(".")
                    + " The parameters are " + String.join(", ", known));
        }
    }

    /**
     * Returns the JVM of the forks, after one start of it with their flags.
     *
     * @throws UsageException if it cannot be run, or does not start with the user's arguments
     */
    public ForkJvm startableJvm() {
        ForkJvm jvm = ForkJvm.of(Optional.ofNullable(options.getJvm().orElse(null)));
        jvm.requireStart(JmhFork.userArgs(options));
        return jvm;
    }

    /**
     * Checks what a plan cannot see: that forks start with these options, and that JMH's files can
     * be written.
     *
     * @throws UsageException if not
     */
    public void requireUsable() {
        requireWritableOutputs();
        startableJvm();
    }

    /** Returns the names of the profilers that write files. */
    public List<String> fileProfilers() {
        return options.getProfilers().stream()
                .filter(FileProfilers::writesFiles)
                .map(ProfilerConfig::getKlass)
                .toList();
    }

    public CommandLineOptions options() {
        return options;
    }

    /**
     * Returns these options without those that make JMH write files of its own, because JMH would
     * write them for each sample.
     */
    public CommandLineOptions withoutOutputs() {
        return withProfilesIn(Path.of(""));
    }

    /**
     * Returns these options without those outputs, and with profilers that write their files into
     * this directory.
     */
    public CommandLineOptions withProfilesIn(Path directory) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.matches("--?(rf|rff|o)")) {
                i++;
            } else if (!argument.matches("--?(rf|rff|o)=.*|-o(?!pi).+")) {
                kept.add(argument);
            }
        }
        try {
            return new FileProfilers.Options(directory, kept.toArray(String[]::new));
        } catch (CommandLineOptionException e) {
            throw new IllegalStateException("JMH's parser took " + arguments + " but not " + kept, e);
        }
    }

    /**
     * Returns the values that the user chose with {@code -p}, and with {@code -t}, which sets the
     * number of producers here.
     */
    public Map<Axis, List<String>> chosen() {
        Map<Axis, List<String>> chosen = new EnumMap<>(Axis.class);
        for (Axis axis : Axis.values()) {
            var values = options.getParameter(axis.param());
            if (values.hasValue()) {
                chosen.put(
                        axis,
                        values.get().stream().map(JmhArguments.canonical(axis)).toList());
            }
        }
        if (options.getThreads().hasValue()) {
            int threads = options.getThreads().get();
            int producers = threads == Threads.MAX ? Runtime.getRuntime().availableProcessors() : threads;
            chosen.put(Axis.PRODUCERS, List.of(canonical(Axis.PRODUCERS).apply(Integer.toString(producers))));
        }
        requireOneEndOfTransactions(chosen);
        return chosen;
    }

    /** Refuses two rules by which a transaction would end, because one of them would be without effect. */
    private static void requireOneEndOfTransactions(Map<Axis, List<String>> chosen) {
        List<String> times = chosen.getOrDefault(Axis.TRANSACTION_MS, List.of());
        List<String> records = chosen.getOrDefault(Axis.RECORDS_PER_TRANSACTION, List.of());
        if (!records.isEmpty() && times.stream().anyMatch(time -> !time.equals("0"))) {
            throw new UsageException("-p transactionMs=" + String.join(",", times) + " with -p recordsPerTransaction="
                    + String.join(",", records)
                    + ": a transaction ends either after a time or after a number of records;"
                    + " give one of them");
        }
    }

    private static UnaryOperator<String> canonical(Axis axis) {
        return text -> {
            try {
                return axis.canonical(text);
            } catch (IllegalArgumentException e) {
                throw new UsageException(e.getMessage());
            }
        };
    }

    /**
     * Returns which benchmarks the patterns select.
     *
     * @throws UsageException if a pattern selects none
     */
    public Set<PacingKind> pacings() {
        return new BenchmarkChoice(options.getIncludes(), options.getExcludes()).pacings();
    }

    /**
     * Checks that JMH's output files can be written, before an hour is spent on measuring.
     *
     * @throws UsageException if {@code -o} or {@code -rff} names a file that cannot be written
     */
    public void requireWritableOutputs() {
        for (var output : List.of(options.getOutput(), options.getResult())) {
            if (output.hasValue()) {
                Path directory = Path.of(output.get()).toAbsolutePath().getParent();
                if (Files.isDirectory(Path.of(output.get()))) {
                    throw new UsageException("cannot write " + output.get() + ": expected a file, got a directory");
                }
                if (directory == null || !Files.isDirectory(directory) || !Files.isWritable(directory)) {
                    throw new UsageException(
                            "cannot write " + output.get() + ": expected a writable directory " + directory);
                }
            }
        }
    }

    /**
     * Returns the name of JMH's result file: what {@code -rff} says, or JMH's default for the
     * format.
     */
    public String resultFileName() {
        return options.getResult()
                .orElse(Defaults.RESULT_FILE_PREFIX + "."
                        + options.getResultFormat()
                                .orElse(Defaults.RESULT_FORMAT)
                                .toString()
                                .toLowerCase(Locale.ROOT));
    }
}
