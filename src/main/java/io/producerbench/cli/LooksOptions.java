package io.producerbench.cli;

import io.producerbench.failure.UsageException;
import io.producerbench.stats.Looks;
import java.util.List;
import picocli.CommandLine.Option;

/** After how many pairs a duet may stop. */
final class LooksOptions {
    @Option(
            names = "--looks",
            split = ",",
            paramLabel = "N",
            description = "After how many pairs to look (default: 10,15,20,30); the error is shared out evenly.")
    private List<Integer> looks;

    /** Takes the looks that the plan of a stopped run has. */
    void resume(Object planned) {
        looks = ((List<?>) planned)
                .stream().map(pairs -> ((Number) pairs).intValue()).toList();
    }

    /** @throws UsageException if a look was asked for that so many blocks never reach */
    void requireWithin(int blocks) {
        if (looks != null && looks().most() > blocks) {
            throw new UsageException("--looks: expected looks at no more pairs than there are blocks, got one at "
                    + looks().most() + " with -f " + blocks + "; give -f " + looks().most() + " or more");
        }
    }

    Looks looks() {
        if (looks == null) {
            return Looks.USUAL;
        }
        try {
            return new Looks(looks, Looks.USUAL.alpha());
        } catch (IllegalArgumentException e) {
            throw new UsageException("--looks: " + e.getMessage());
        }
    }
}
