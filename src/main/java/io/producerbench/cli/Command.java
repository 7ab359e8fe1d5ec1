package io.producerbench.cli;

/** A subcommand whose options have been set. */
interface Command {
    /** Does what was asked for; mistakes and obstacles are thrown. */
    ExitCode run();
}
