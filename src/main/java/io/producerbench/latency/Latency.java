package io.producerbench.latency;

/** The kinds of latency told apart; each has a histogram of its own, in nanoseconds. */
public enum Latency {
    /** From the due time to the acknowledgement: what a caller who wanted to send then has to wait. Open loop only. */
    ACK("ack"),
    /** From the call of {@code send()} to the acknowledgement. In closed loop sampled, and mostly the size of a queue. */
    SERVICE("service"),
    /** Spent inside {@code send()}. */
    SEND_BLOCKED("send_blocked"),
    /** From the due time to the call of {@code send()}: how late the sending thread was. Open loop only. */
    SEND_LAG("send_lag"),
    /** Spent inside {@code commitTransaction()}. */
    COMMIT("commit"),
    /** From the due time to the return of the commit that made the record visible. Open loop only. */
    COMMITTED("committed");

    private final String label;

    Latency(String label) {
        this.label = label;
    }

    /** The name in JMH's results, the histogram's tag, and the CSV columns' prefix. */
    public String label() {
        return label;
    }
}
