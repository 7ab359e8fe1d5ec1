package io.producerbench.guarantees.faults;

import io.producerbench.guarantees.faults.FaultAction.Direction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The faults of one proxy and what it has seen, under the one lock that guards its connections too: whether a frame is hit is
 * decided in the same instant in which it is counted. Methods say if the caller must hold the lock.
 */
final class FaultRegistry {

    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final ReentrantLock lock = new ReentrantLock();
    /** Signalled when a connection withholds nothing any more. */
    private final Condition settled = lock.newCondition();

    private final String place;
    private final Runnable wake;
    private final List<ArmedFault> armed = new ArrayList<>();
    private final Map<Direction, Map<Api, Long>> seen = new EnumMap<>(Direction.class);

    /**
     * @param place which proxy this is, for messages
     * @param wake lets everything that waits look again; called with the lock held
     */
    FaultRegistry(String place, Runnable wake) {
        this.place = place;
        this.wake = wake;
        for (Direction direction : Direction.values()) {
            seen.put(direction, new EnumMap<>(Api.class));
        }
    }

    String place() {
        return place;
    }

    /** Tells who waits for it that less may be withheld now. With the lock held. */
    void settle() {
        settled.signalAll();
    }

    Condition newCondition() {
        return lock.newCondition();
    }

    void lock() {
        lock.lock();
    }

    void unlock() {
        lock.unlock();
    }

    /** Takes the lock. */
    <T> T ask(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    /** Takes the lock. */
    void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    /** Takes the lock. Returns as soon as this holds, and after some seconds, or when interrupted, without. */
    void awaitSettled(BooleanSupplier isSettled) {
        lock.lock();
        try {
            long left = SETTLING.toNanos();
            while (!isSettled.getAsBoolean() && left > 0) {
                left = settled.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            // The caller heals, and must be able to from any thread.
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** With the lock held. */
    ArmedFault arm(FaultSpec target) {
        ArmedFault fault = new ArmedFault(this, target);
        armed.add(fault);
        return fault;
    }

    /** Takes the lock. */
    void end(ArmedFault fault) {
        locked(() -> {
            fault.end();
            armed.remove(fault);
            wake.run();
        });
    }

    /** Takes the lock. */
    void endAll() {
        ask(() -> List.copyOf(armed)).forEach(this::end);
    }

    /** With the lock held. */
    boolean isEmpty() {
        return armed.isEmpty();
    }

    /** With the lock held. */
    void count(Direction direction, Optional<Api> frame) {
        frame.ifPresent(api -> seen.get(direction).merge(api, 1L, Long::sum));
    }

    /** Takes the lock. */
    long seen(Direction direction, Api api) {
        return ask(() -> seen.get(direction).getOrDefault(api, 0L));
    }

    /** The first fault of this verb that is still for such a frame, which is now one of those it is for. With the lock held. */
    Optional<ArmedFault> claim(FaultAction verb, Optional<Api> frame) {
        return armed.stream().filter(fault -> fault.claims(verb, frame)).findFirst();
    }

    /** Makes a parcel wait for every fault that stops frames of this api. With the lock held. */
    void stop(QueuedFrame parcel, Direction direction, Optional<Api> frame) {
        for (ArmedFault fault : armed) {
            if (fault.stops(direction, frame)) {
                parcel.waitFor(fault);
            }
        }
    }
}
