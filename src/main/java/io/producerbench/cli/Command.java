package io.producerbench.cli;

/** A subcommand whose options have been set. */
interface Command {
    /** Does what the options ask for. Throws if the options are wrong or the environment does not allow it. */
    ExitCode run();
}
