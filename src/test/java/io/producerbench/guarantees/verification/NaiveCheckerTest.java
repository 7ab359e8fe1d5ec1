package io.producerbench.guarantees.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.guarantee.Anomaly;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The checker agrees with one that is too slow to be wrong, on histories that are damaged in any
 * way and any number of them.
 */
class NaiveCheckerTest {
    private static final int HISTORIES = 10_000;
    private static final int MOST_MUTATIONS = 4;
    private static final int MOST_SCRATCHES = 6;

    @Test
    void counts_are_those_of_the_naive_checker() {
        Set<Anomaly> found = EnumSet.noneOf(Anomaly.class);
        int damaged = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            RecordedHistory history = damaged(new Random(seed));
            CheckerReport report = Checker.check(history);

            assertThat(report.counts()).as("seed %d", seed).isEqualTo(new NaiveChecker(history).counts());
            report.findings().forEach(finding -> found.add(finding.anomaly()));
            damaged += report.findings().isEmpty() ? 0 : 1;
        }
        assertThat(found).containsExactlyInAnyOrder(Anomaly.values());
        assertThat(damaged).isBetween(HISTORIES / 2, HISTORIES - HISTORIES / 100);
    }

    private static RecordedHistory damaged(Random random) {
        AHistory history =
                random.nextBoolean() ? CleanHistory.draw(random) : CleanHistory.drawWithoutUncommitted(random);
        int mutations = random.nextInt(MOST_MUTATIONS + 1);
        Mutation.shuffled(random).stream().limit(mutations).forEach(mutation -> {
            // Bytes of nobody are no record that another mutation could be planted in.
            if (history.log.stream().allMatch(stored -> stored.id().isPresent())) {
                mutation.plant(history, random);
            }
        });
        int scratches = random.nextInt(MOST_SCRATCHES + 1);
        for (int i = 0; i < scratches && !history.attempts.isEmpty(); i++) {
            scratch(history, random);
        }
        return history.history();
    }

    /** Changes something, whether or not it could ever be so. */
    private static void scratch(AHistory history, Random random) {
        int place = random.nextInt(history.attempts.size());
        Attempt attempt = history.attempts.get(place);
        switch (random.nextInt(8)) {
            case 0 ->
                history.attempts.set(
                        place,
                        new Attempt(attempt.id(), attempt.transaction(), any(AttemptOutcome.values(), random), 3));
            case 1 -> history.attempts.add(random.nextInt(history.attempts.size()), attempt);
            case 2 -> history.attempts.remove(place);
            case 3 ->
                history.transactions.replaceAll((transaction, outcome) -> any(TransactionOutcome.values(), random));
            case 4 -> history.log.removeIf(stored -> random.nextInt(5) == 0);
            case 5 -> history.log.addAll(some(history.log, random));
            case 6 -> history.shown.addAll(some(history.log, random));
            default ->
                history.look(
                        any(Isolation.values(), random),
                        Set.of(random.nextInt(4)),
                        some(history.log, random).toArray(Stored[]::new));
        }
        if (random.nextInt(6) == 0) {
            history.incompleteCommitted.add(random.nextInt(4));
        }
    }

    private static List<Stored> some(List<Stored> log, Random random) {
        List<Stored> some = new ArrayList<>(log);
        some.removeIf(stored -> random.nextInt(3) > 0);
        return some;
    }

    private static <T> T any(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }
}
