package io.producerbench.calibration.stub;

import java.nio.ByteBuffer;

/** A reply that is known when its request arrives. */
record PreparedReply(ReplyKind kind, ReplyAction action, ByteBuffer bytes, long dueNanos, int fromRow, int toRow)
        implements Reply {}
