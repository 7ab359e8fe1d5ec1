package io.producerbench.calibration.stub;

import org.apache.kafka.common.protocol.Errors;

/** What the stub broker does to a batch instead of appending and acknowledging it. */
public enum ScriptedError {
    /** Nothing: the batch is appended and acknowledged. */
    NONE(Errors.NONE, true, ReplyAction.REPLY),
    /** Not appended, and refused with INVALID_RECORD, which the client may not retry. */
    REFUSED(Errors.INVALID_RECORD, false, ReplyAction.REPLY),
    /** Appended, but the client is told REQUEST_TIMED_OUT, which it may retry. */
    TIMED_OUT(Errors.REQUEST_TIMED_OUT, true, ReplyAction.REPLY),
    /** Not appended: NOT_ENOUGH_REPLICAS, which the client may retry. */
    NOT_ENOUGH_REPLICAS(Errors.NOT_ENOUGH_REPLICAS, false, ReplyAction.REPLY),
    /** Appended, but the connection is closed instead of this reply and all later ones. */
    DISCONNECT(Errors.NONE, true, ReplyAction.CLOSE),
    /**
     * Appended, but never answered. Replies have the order of their requests, so no later request
     * on this connection is answered. The client gives it up after its {@code request.timeout.ms}.
     */
    SILENT(Errors.NONE, true, ReplyAction.SILENCE);

    private final Errors told;
    private final boolean appends;
    private final ReplyAction action;

    ScriptedError(Errors told, boolean appends, ReplyAction action) {
        this.told = told;
        this.appends = appends;
        this.action = action;
    }

    Errors told() {
        return told;
    }

    boolean appends() {
        return appends;
    }

    /** Returns what the broker does with the whole reply. */
    ReplyAction action() {
        return action;
    }
}
