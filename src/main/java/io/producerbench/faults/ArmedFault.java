package io.producerbench.faults;

import io.producerbench.faults.Verb.Direction;
import java.util.Optional;

/** A fault of one proxy. All its state is guarded by the lock of its {@link Rules}. */
final class ArmedFault implements Fault {

    private final Rules rules;
    private final Target target;
    private int left;
    private long hits;
    private boolean ended;

    ArmedFault(Rules rules, Target target) {
        this.rules = rules;
        this.target = target;
        this.left = target.count();
    }

    Target target() {
        return target;
    }

    boolean isEnded() {
        return ended;
    }

    /** Whether the frame is among those it is still for; if so, there is one fewer to come. */
    boolean claims(Verb verb, Optional<Api> frame) {
        if (target.verb() != verb || !target.isFor(frame) || left == 0) {
            return false;
        }
        left--;
        return true;
    }

    /** Whether such a frame has to wait; if so, and if it is for so many frames only, there is one fewer to come. */
    boolean stops(Direction direction, Optional<Api> frame) {
        if (!target.stops(direction, frame) || left == 0) {
            return false;
        }
        if (target.count() < Integer.MAX_VALUE) {
            left--;
        }
        return true;
    }

    void hit() {
        hits++;
    }

    void end() {
        ended = true;
    }

    @Override
    public long hits() {
        return rules.ask(() -> hits);
    }

    @Override
    public void requireHits(long atLeast) {
        long got = hits();
        if (got < atLeast) {
            throw new FaultMissedException("expected " + target + " at " + rules.place() + " to hit at least " + atLeast
                    + " frames, got " + got + ": what was observed says nothing, so repeat it with traffic to hit");
        }
    }

    @Override
    public void close() {
        rules.end(this);
    }
}
