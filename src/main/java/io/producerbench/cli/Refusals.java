package io.producerbench.cli;

import io.producerbench.guarantee.Acks;
import io.producerbench.guarantee.Contradiction;
import java.util.ArrayList;
import java.util.List;

/** The combinations of settings that a producer refuses. */
final class Refusals {
    private static final List<Boolean> EITHER = List.of(false, true);

    private Refusals() {}

    /** The reason for each: of the twelve combinations of the modes, and of one request too many in flight. */
    static List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        int inFlight = Contradiction.MAX_IN_FLIGHT_WHEN_IDEMPOTENT;
        for (Acks acks : Acks.values()) {
            for (boolean enableIdempotence : EITHER) {
                for (boolean transactional : EITHER) {
                    Contradiction.between(acks, enableIdempotence, transactional, inFlight)
                            .ifPresent(reasons::add);
                }
            }
        }
        Contradiction.between(Acks.ALL, true, false, inFlight + 1).ifPresent(reasons::add);
        return List.copyOf(reasons);
    }
}
