package io.producerbench;

import io.producerbench.cli.CommandLineInterface;

/** The entry point: arguments in, exit code out. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(
                new CommandLineInterface(System.out, System.err).run(arguments).code());
    }
}
