package io.producerbench.calibration.stub;

/** What becomes of a reply when its turn comes; the later constant wins where one request has several. */
enum ReplyAction {
    /** It is sent. */
    REPLY,
    /** Nobody expects one (acks=0). */
    NOTHING,
    /** It is not sent, nor any later one on that connection. */
    SILENCE,
    /** The connection is closed instead. */
    CLOSE;

    ReplyAction or(ReplyAction other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
