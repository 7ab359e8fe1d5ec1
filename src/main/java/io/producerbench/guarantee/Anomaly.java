package io.producerbench.guarantee;

/** What can be wrong with a history. Whether it may be is the guarantee's affair. */
public enum Anomaly {
    /** Acknowledged, of a committed transaction if of any, and not there. */
    LOST,
    /** There more than once. */
    DUPLICATED,
    /** First there after a record that was sent after it. */
    REORDERED,
    /** Comes, as this copy or another, right after a record of a higher sequence. */
    REGRESSED,
    /** Acknowledged, not to be seen while the fault lasted, and there in the end. */
    INVISIBLE_UNTIL_HEAL,
    /** Of a transaction that is not committed, and seen by a read_uncommitted consumer, which is what that one asks for. */
    UNCOMMITTED_VISIBLE,
    /** Of a transaction that is not committed, and seen by a read_committed consumer. */
    DIRTY_VISIBLE,
    /** Of a transaction's acknowledged records a read_committed consumer sees some and not others. */
    TORN,
    /** Certainly not stored, and there all the same. */
    UNEXPECTED,
    /** There, and nobody tried to write it. */
    PHANTOM,
    /** Bytes that nobody wrote, or that were damaged. */
    CORRUPT,
    /** Acknowledged at an offset at which it is not, though it is at another. */
    WRONG_OFFSET,
    /** One of several records at the same offset. */
    SHARED_OFFSET,
    /** In another partition than it was sent to. */
    MISPLACED
}
