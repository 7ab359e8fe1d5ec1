package io.producerbench.latency;

/** The kinds of latency. Each has its own histogram, in nanoseconds. */
public enum Latency {
    /**
     * From the due time to the acknowledgement, which is how long a caller waits that wanted to
     * send then. Open loop only.
     */
    ACK("ack"),
    /**
     * From the call of {@code send()} to the acknowledgement. In closed loop it is sampled, and
     * mostly the size of a queue.
     */
    SERVICE("service"),
    /** The time inside {@code send()}. */
    SEND_BLOCKED("send_blocked"),
    /**
     * From the due time to the call of {@code send()}, which is how late the sending thread was.
     * Open loop only.
     */
    SEND_LAG("send_lag"),
    /** The time inside {@code commitTransaction()}. */
    COMMIT("commit"),
    /**
     * From the due time to the return of the commit that made the record visible. Open loop only.
     */
    COMMITTED("committed"),
    /** From the due time to when a consumer with {@code read_uncommitted} has the record. */
    VISIBLE_UNCOMMITTED("visible_uncommitted"),
    /** From the due time to when a consumer with {@code read_committed} has the record. */
    VISIBLE_COMMITTED("visible_committed"),
    /**
     * From the acknowledgement to when the consumer with {@code read_uncommitted} has the record,
     * of records that it has not earlier than the producer its acknowledgement.
     */
    EXPOSURE("exposure"),
    /**
     * From when that consumer has the record to the acknowledgement, of all other records. The two
     * together are one signed value for each record, of which a histogram holds no negative ones.
     */
    EXPOSURE_NEGATIVE("exposure_negative"),
    /**
     * From when the consumer with {@code read_uncommitted} has the record to when that with
     * {@code read_committed} has it too: how long a reader of committed records waits for the commit.
     */
    COMMITTED_LATER("committed_later"),
    /** The same in the other order, of records that the second consumer has before the first. */
    COMMITTED_EARLIER("committed_earlier");

    private final String label;

    Latency(String label) {
        this.label = label;
    }

    /**
     * Returns the name in JMH's results, which is also the histogram's tag and the CSV columns'
     * prefix.
     */
    public String label() {
        return label;
    }
}
