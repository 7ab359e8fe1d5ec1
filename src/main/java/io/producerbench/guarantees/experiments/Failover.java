package io.producerbench.guarantees.experiments;

import io.producerbench.guarantee.Acks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long after a broker's death each session's records are acknowledged again, as the session's own producer sees it. */
final class Failover {
    private final long died;
    private final Map<TrialSession, Long> acknowledgedBefore = new HashMap<>();

    private Failover(long died) {
        this.died = died;
    }

    /**
     * Begins right after the death. A session that has nothing outstanding sends one more record; left out are sessions that no
     * broker confirms anything to, and those that ask for more brokers than live.
     */
    static Failover since(long died, List<TrialSession> sessions, int alive) {
        Failover failover = new Failover(died);
        for (TrialSession session : sessions) {
            if (session.trial().guarantee().acks() == Acks.NONE || !session.canBeAcknowledgedBy(alive)) {
                continue;
            }
            failover.acknowledgedBefore.put(session, session.writer().acknowledged());
            if (session.writer().settled() == session.sent()) {
                session.send(1);
            }
        }
        return failover;
    }

    /** When this returns, every session has had an acknowledgement since. Looked at every 50 ms. */
    void await() {
        List<TrialSession> waiting = new ArrayList<>(acknowledgedBefore.keySet());
        if (waiting.isEmpty()) {
            return;
        }
        waiting.get(0).trial().await("every producer to have an acknowledgement after the kill", () -> {
            waiting.removeIf(this::isAcknowledged);
            return waiting.isEmpty();
        });
    }

    private boolean isAcknowledged(TrialSession session) {
        if (session.writer().acknowledged() <= acknowledgedBefore.get(session)) {
            return false;
        }
        session.trial().evidence().unavailable(Duration.ofNanos(System.nanoTime() - died));
        return true;
    }
}
