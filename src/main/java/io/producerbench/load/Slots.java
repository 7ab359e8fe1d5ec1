package io.producerbench.load;

/**
 * Preallocated slots, used in turn. If the next one is still in flight (a stall longer than the ring) a fresh slot is
 * allocated and counted: a record is never skipped for want of one.
 */
final class Slots {
    /** At 50,000 records/s more than a second's worth in flight; 2.5 MiB. */
    private static final int RING = 1 << 16;

    private final Slot[] ring = new Slot[RING];
    private final Completions completions;
    private long next;
    private long misses;

    Slots(Completions completions) {
        this.completions = completions;
        for (int i = 0; i < RING; i++) {
            ring[i] = new Slot(completions);
        }
    }

    Slot claim(long dueNanos, long sentNanos) {
        Slot slot = ring[(int) next++ & (RING - 1)];
        if (!slot.isFree()) {
            slot = new Slot(completions);
            misses++;
        }
        slot.claim(dueNanos, sentNanos);
        return slot;
    }

    /** How often a slot had to be allocated. */
    long misses() {
        return misses;
    }
}
