/**
 * One class per subcommand; with {@code Main} the only code that reads arguments, prints, or decides the exit code.
 */
package io.producerbench.cli;
