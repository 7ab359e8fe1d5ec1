package io.producerbench.guarantees.experiments;

import io.producerbench.guarantee.Acks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Measures how long after a broker's death each session's producer gets acknowledgements again. */
final class Failover {
    private final long died;
    private final Map<TrialSession, Long> acknowledgedBefore = new HashMap<>();

    private Failover(long died) {
        this.died = died;
    }

    /**
     * Begins to measure right after the death. A session without outstanding records sends one more
     * record. Sessions with acks=0, and sessions that need more brokers in sync than are alive, are
     * left out.
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

    /**
     * When this returns, every session has had an acknowledgement since the death. It checks every
     * 50 ms.
     */
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
