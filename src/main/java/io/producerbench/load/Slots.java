package io.producerbench.load;

/**
 * Preallocated slots, used in turn. If the next slot is still in flight, because a stall is longer
 * than the ring, a new slot is allocated and counted, so that no record goes untimed.
 */
final class Slots {
    /** More records than are sent in a second at 50,000 records/s; 2.5 MiB. */
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

    Slot claim(long sequence, long dueNanos, long sentNanos) {
        Slot slot = ring[(int) next++ & (RING - 1)];
        if (!slot.isFree()) {
            slot = new Slot(completions);
            misses++;
        }
        slot.claim(sequence, dueNanos, sentNanos);
        return slot;
    }

    /** Returns how often a slot had to be allocated. */
    long misses() {
        return misses;
    }
}
