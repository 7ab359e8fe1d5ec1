package io.producerbench.guarantee;

/** What can be wrong with a history. Which anomalies a mode permits is decided elsewhere. */
public enum Anomaly {
    /** Acknowledged, and committed if it was in a transaction, but not in the log. */
    LOST,
    /** In the log more than once. */
    DUPLICATED,
    /** Its first copy stands behind a record that was sent after it. */
    REORDERED,
    /** A copy of it stands directly behind a record of a higher sequence. */
    REGRESSED,
    /** Acknowledged and in the log in the end, but invisible while the fault lasted. */
    INVISIBLE_UNTIL_HEAL,
    /**
     * In a transaction that is not committed, and seen by a read_uncommitted consumer, which asks
     * for such records.
     */
    UNCOMMITTED_VISIBLE,
    /** In a transaction that is not committed, and seen by a read_committed consumer. */
    DIRTY_VISIBLE,
    /**
     * A read_committed consumer sees some of a transaction's acknowledged records and not the
     * others.
     */
    TORN,
    /** In the log, although the producer knew that it was not stored. */
    UNEXPECTED,
    /** In the log, although no producer tried to write it. */
    PHANTOM,
    /** Bytes that no producer wrote, or that were damaged. */
    CORRUPT,
    /** Acknowledged at one offset, but stored at another. */
    WRONG_OFFSET,
    /** One of several records at the same offset. */
    SHARED_OFFSET,
    /** In a partition to which it was not sent. */
    MISPLACED
}
