package io.producerbench.cli;

import io.producerbench.text.NearestName;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with an argument that a command does not know. */
final class UnknownArgument {
    private UnknownArgument() {}

    /**
     * Returns one line that names the argument, and the option that was probably meant. picocli's own suggestions are the
     * options with the same two first letters, which a slip in one of these misses.
     */
    static String message(UnmatchedArgumentException unknown) {
        CommandSpec spec = unknown.getCommandLine().getCommandSpec();
        String argument = unknown.getUnmatched().get(0);
        if (!argument.startsWith("-")) {
            return spec.name() + " takes only options, got: " + argument + "; --help lists them";
        }
        String name = argument.split("=", 2)[0];
        List<String> known = spec.options().stream()
                .filter(option -> !option.hidden())
                .map(option -> option.longestName())
                .sorted()
                .toList();
        return "there is no option " + name
                + NearestName.of(name, known)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("; --help lists them");
    }
}
