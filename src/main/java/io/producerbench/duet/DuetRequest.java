package io.producerbench.duet;

import io.producerbench.environment.WorkDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The request for a duet, as given on the command line.
 *
 * @param arms two arms as written, or one commit, which is compared with the commit checked out
 * @param jmhArguments JMH's own options, unchanged; {@code -f} is the largest number of blocks
 * @param brokerWarmUpRounds the largest number of rounds in the brokers' warm-up; empty for the
 *     usual number
 * @param seed determines the random orders and the payloads
 * @param brokerVersion the version of the brokers, unless the arms are broker versions
 * @param dropRule decides which pairs are dropped
 * @param workDirectory the directory of the brokers' data
 * @param resumed the directory of the run that goes on; empty for a new run
 * @param against what the arms send to
 */
public record DuetRequest(
        List<String> arms,
        List<String> jmhArguments,
        OptionalInt brokerWarmUpRounds,
        long seed,
        String brokerVersion,
        DropRule dropRule,
        Path project,
        Path results,
        WorkDirectory workDirectory,
        Optional<Path> resumed,
        Against against) {}
