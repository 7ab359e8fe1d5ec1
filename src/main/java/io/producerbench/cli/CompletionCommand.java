package io.producerbench.cli;

import java.io.PrintStream;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Prints what makes a shell complete this program's commands and options. */
@CommandLine.Command(
        name = "completion",
        customSynopsis = "./run-bench.sh completion%n",
        description = "Print a script that makes bash and zsh complete commands and options.",
        footer = {
            "",
            "Examples:",
            "  ./run-bench.sh completion > run-bench-completion",
            "  ./run-bench.sh completion | less",
            "",
            "In bash: source <(./run-bench.sh completion); in zsh first: autoload -U",
            "+X bashcompinit && bashcompinit.",
            "Exit codes: 0 printed, 1 our fault, 2 usage."
        })
final class CompletionCommand implements Command {
    private final PrintStream out;
    private final Supplier<CommandLine> all;

    /** @param all the sweep's options, and every subcommand below it */
    CompletionCommand(PrintStream out, Supplier<CommandLine> all) {
        this.out = out;
        this.all = all;
    }

    @Override
    public ExitCode run() {
        Command.print(out, AutoComplete.bash("run-bench.sh", all.get()));
        return ExitCode.DONE;
    }
}
