/**
 * One class for each subcommand. Only this package and {@code Main} read arguments, print, or
 * decide the exit code.
 */
package io.producerbench.cli;
