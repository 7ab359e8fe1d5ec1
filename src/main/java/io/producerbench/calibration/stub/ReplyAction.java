package io.producerbench.calibration.stub;

/**
 * What the broker does with a reply. If one request has several actions, the last constant wins.
 */
enum ReplyAction {
    /** Send it. */
    REPLY,
    /** There is none (acks=0). */
    NOTHING,
    /** Send neither this reply nor a later one on this connection. */
    SILENCE,
    /** Close the connection instead. */
    CLOSE;

    ReplyAction or(ReplyAction other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
