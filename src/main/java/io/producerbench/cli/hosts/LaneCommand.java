package io.producerbench.cli.hosts;

import io.producerbench.cli.Command;
import io.producerbench.cli.ExitCode;
import io.producerbench.hosts.LaneProcess;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Takes part in a sample. Only agents start it. */
@CommandLine.Command(
        name = "lane",
        customSynopsis = "./run-bench.sh lane --stdin%n",
        description = "Take part in a sample. This is what an agent starts; it is not for hands.",
        footer = {
            "",
            "Examples:",
            "  ./run-bench.sh lane --stdin",
            "  ./run-bench.sh lane --stdin < order.json",
            "",
            "Exit codes: 0 measured, 1 our fault, 2 usage, 3 environment."
        })
public final class LaneCommand implements Command {
    private final Path project;

    @Option(names = "--stdin", required = true, description = "Read the order from standard input, as JSON.")
    private boolean stdin;

    public LaneCommand(Path project) {
        this.project = project;
    }

    @Override
    public ExitCode run() {
        // Only JSON may be on it, and JMH writes some lines to System.out.
        PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        return LaneProcess.run(System.in, answers, project) ? ExitCode.DONE : ExitCode.ENVIRONMENT;
    }
}
