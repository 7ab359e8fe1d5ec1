package io.producerbench.guarantees.faults;

import io.producerbench.guarantees.faults.FaultAction.Direction;
import java.util.Optional;

/** A fault of one proxy. All its state is guarded by the lock of its {@link FaultRegistry}. */
final class ArmedFault implements Fault {

    private final FaultRegistry rules;
    private final FaultSpec target;
    private int left;
    private long hits;
    private boolean ended;

    ArmedFault(FaultRegistry rules, FaultSpec target) {
        this.rules = rules;
        this.target = target;
        this.left = target.count();
    }

    FaultSpec target() {
        return target;
    }

    boolean isEnded() {
        return ended;
    }

    /** Whether the frame is among those it is still for; if so, there is one fewer to come. */
    boolean claims(FaultAction verb, Optional<Api> frame) {
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
