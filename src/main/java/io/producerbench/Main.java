package io.producerbench;

import io.producerbench.cli.CommandLineInterface;
import io.producerbench.cli.ExitCode;
import java.util.Locale;

/** The entry point: arguments in, exit code out. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments).code());
    }

    /**
     * Runs the command in one locale, wherever it runs, because JMH writes the numbers in its files
     * as the default locale has them.
     */
    static ExitCode run(String... arguments) {
        Locale.setDefault(Locale.US);
        return new CommandLineInterface(System.out, System.err).run(arguments);
    }
}
