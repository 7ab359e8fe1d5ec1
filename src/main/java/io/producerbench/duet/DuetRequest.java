package io.producerbench.duet;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a duet was asked to do.
 *
 * @param arms two as they were written, or one commit, which is held against what is checked out
 * @param jmhArguments JMH's own options, unchanged; {@code -f} is the most blocks there may be
 * @param brokerWarmUpRounds how many rounds the brokers are warmed at most; empty for the usual number
 * @param seed of the orders and of the payloads
 * @param brokerVersion where the arms are no broker versions
 * @param dropRule when a pair is left out
 */
public record DuetRequest(
        List<String> arms,
        List<String> jmhArguments,
        OptionalInt brokerWarmUpRounds,
        long seed,
        String brokerVersion,
        DropRule dropRule,
        Path project,
        Path results) {}
