package io.producerbench.guarantees.faults;

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
 * The faults of one proxy and its frame counts. One lock guards them and the proxy's connections,
 * so that a frame is counted and its fault is chosen in one step. Each method says whether it takes
 * the lock or the caller must hold it.
 */
final class FaultRegistry {

    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final ReentrantLock lock = new ReentrantLock();
    /** Signalled when a connection no longer withholds anything. */
    private final Condition settled = lock.newCondition();

    private final String place;
    private final Runnable wake;
    private final List<ArmedFault> armed = new ArrayList<>();
    private final Map<FrameDirection, Map<Api, Long>> seen = new EnumMap<>(FrameDirection.class);

    /**
     * @param place names the proxy in messages
     * @param wake lets all waiting deliveries check again; called with the lock held
     */
    FaultRegistry(String place, Runnable wake) {
        this.place = place;
        this.wake = wake;
        for (FrameDirection direction : FrameDirection.values()) {
            seen.put(direction, new EnumMap<>(Api.class));
        }
    }

    String place() {
        return place;
    }

    /** Wakes {@link #awaitSettled}, because less may be withheld now. With the lock held. */
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

    /**
     * Waits until the condition holds. Returns without it after {@link #SETTLING}, or when
     * interrupted. Takes the lock.
     */
    void awaitSettled(BooleanSupplier isSettled) {
        lock.lock();
        try {
            long left = SETTLING.toNanos();
            while (!isSettled.getAsBoolean() && left > 0) {
                left = settled.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            // The caller heals the cluster, which must work on any thread.
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** With the lock held. */
    ArmedFault arm(FaultSpec spec) {
        ArmedFault fault = new ArmedFault(this, spec);
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
    void count(FrameDirection direction, Optional<Api> frame) {
        frame.ifPresent(api -> seen.get(direction).merge(api, 1L, Long::sum));
    }

    /** Takes the lock. */
    long seen(FrameDirection direction, Api api) {
        return ask(() -> seen.get(direction).getOrDefault(api, 0L));
    }

    /**
     * Returns the first fault with this action that hits such a frame, and counts the frame against
     * it. With the lock held.
     */
    Optional<ArmedFault> claim(FaultAction action, Optional<Api> frame) {
        return armed.stream().filter(fault -> fault.claims(action, frame)).findFirst();
    }

    /**
     * Makes the queued frame wait for every fault that stops frames of this API. With the lock
     * held.
     */
    void stop(QueuedFrame queued, FrameDirection direction, Optional<Api> frame) {
        for (ArmedFault fault : armed) {
            if (fault.stops(direction, frame)) {
                queued.waitFor(fault);
            }
        }
    }
}
