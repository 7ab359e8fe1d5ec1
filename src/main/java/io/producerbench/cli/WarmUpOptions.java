package io.producerbench.cli;

import io.producerbench.failure.UsageException;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** How long brokers are warmed up before they are measured. */
final class WarmUpOptions {
    @Option(
            names = "--broker-warm-up-rounds",
            paramLabel = "N",
            description =
                    "Warm the brokers for at most this many rounds of some 5 s; they stop sooner once no round is faster.")
    private Integer rounds;

    /** Takes the rounds that the plan of a stopped run has. */
    void resume(Object planned) {
        rounds = ((Number) planned).intValue();
    }

    /** Returns the most rounds; empty if the plan decides. */
    OptionalInt rounds() {
        if (rounds == null) {
            return OptionalInt.empty();
        }
        if (rounds < 1) {
            throw new UsageException("--broker-warm-up-rounds: expected at least 1, because cold brokers cannot be"
                    + " measured, got " + rounds);
        }
        return OptionalInt.of(rounds);
    }
}
