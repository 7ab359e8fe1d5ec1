package io.producerbench.guarantees.faults;

import java.util.Optional;

/**
 * A fault that is in force at one proxy. The lock of its {@link FaultRegistry} guards all its
 * state.
 */
final class ArmedFault implements Fault {

    private final FaultRegistry registry;
    private final FaultSpec spec;
    private int left;
    private long hits;
    private boolean ended;

    ArmedFault(FaultRegistry registry, FaultSpec spec) {
        this.registry = registry;
        this.spec = spec;
        this.left = spec.count();
    }

    FaultSpec spec() {
        return spec;
    }

    boolean isEnded() {
        return ended;
    }

    /** True if this fault hits the frame. It then hits one frame fewer from now on. */
    boolean claims(FaultAction action, Optional<Api> frame) {
        if (spec.action() != action || !spec.isFor(frame) || left == 0) {
            return false;
        }
        left--;
        return true;
    }

    /**
     * True if such a frame must wait. A fault with a limited count then stops one frame fewer from
     * now on.
     */
    boolean stops(FrameDirection direction, Optional<Api> frame) {
        if (!spec.stops(direction, frame) || left == 0) {
            return false;
        }
        if (spec.count() < Integer.MAX_VALUE) {
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
        return registry.ask(() -> hits);
    }

    @Override
    public void requireHits(long atLeast) {
        long got = hits();
        if (got < atLeast) {
            throw new FaultMissedException(
                    "expected " + spec + " at " + registry.place() + " to hit at least " + atLeast + " frames, got "
                            + got + ": what was observed says nothing, so repeat it with traffic to hit");
        }
    }

    @Override
    public void close() {
        registry.end(this);
    }
}
