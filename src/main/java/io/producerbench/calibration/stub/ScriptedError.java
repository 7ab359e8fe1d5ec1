package io.producerbench.calibration.stub;

import org.apache.kafka.common.protocol.Errors;

/** What the stub broker does to a batch instead of appending and acknowledging it. */
public enum ScriptedError {
    /** Nothing: the batch is appended and acknowledged. */
    NONE(Errors.NONE, true, ReplyAction.REPLY),
    /** Not appended, and refused for good: INVALID_RECORD. */
    REFUSED(Errors.INVALID_RECORD, false, ReplyAction.REPLY),
    /** Appended, but the client is told REQUEST_TIMED_OUT, which it may retry. */
    TIMED_OUT(Errors.REQUEST_TIMED_OUT, true, ReplyAction.REPLY),
    /** Not appended: NOT_ENOUGH_REPLICAS, which the client may retry. */
    NOT_ENOUGH_REPLICAS(Errors.NOT_ENOUGH_REPLICAS, false, ReplyAction.REPLY),
    /** Appended, but in place of the reply the connection is closed, with all that it still owed. */
    DISCONNECT(Errors.NONE, true, ReplyAction.CLOSE),
    /**
     * Appended, but never answered. Replies keep the order of their requests, so nothing more is answered on that
     * connection; the client gives it up after its {@code request.timeout.ms}.
     */
    SILENT(Errors.NONE, true, ReplyAction.SILENCE);

    private final Errors told;
    private final boolean appends;
    private final ReplyAction fate;

    ScriptedError(Errors told, boolean appends, ReplyAction fate) {
        this.told = told;
        this.appends = appends;
        this.fate = fate;
    }

    Errors told() {
        return told;
    }

    boolean appends() {
        return appends;
    }

    /** What becomes of the whole reply. */
    ReplyAction fate() {
        return fate;
    }
}
