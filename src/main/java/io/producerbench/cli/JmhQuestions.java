package io.producerbench.cli;

import io.producerbench.jmh.JmhArguments;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Answers JMH's options that start no benchmark: {@code -h}, {@code -l}, {@code -lp},
 * {@code -lprof}, {@code -lrf}.
 */
final class JmhQuestions {
    private JmhQuestions() {}

    /** Answers in JMH's own words; returns empty if no such option was given. */
    static Optional<ExitCode> answer(List<String> arguments, PrintStream out) {
        CommandLineOptions options = JmhArguments.parse(arguments).options();
        if (options.shouldHelp()) {
            out.println("./run-bench.sh --help lists the suite's own options. These are JMH's:");
            out.println();
            showHelp(options);
        } else if (options.shouldListProfilers()) {
            options.listProfilers();
        } else if (options.shouldListResultFormats()) {
            options.listResultFormats();
        } else if (options.shouldList() || options.shouldListWithParams()) {
            list(options, out);
        } else {
            return Optional.empty();
        }
        return Optional.of(ExitCode.DONE);
    }

    private static void showHelp(CommandLineOptions options) {
        try {
            options.showHelp();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void list(CommandLineOptions options, PrintStream out) {
        Runner runner = new Runner(options, OutputFormatFactory.createFormatInstance(out, VerboseMode.NORMAL));
        if (options.shouldListWithParams()) {
            runner.listWithParams(options);
        } else {
            runner.list();
        }
    }
}
