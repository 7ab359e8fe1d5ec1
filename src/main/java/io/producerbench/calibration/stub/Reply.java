package io.producerbench.calibration.stub;

import java.nio.ByteBuffer;
import org.apache.kafka.common.message.ResponseHeaderData;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.ObjectSerializationCache;
import org.apache.kafka.common.requests.RequestHeader;

/** The reply to a request. */
sealed interface Reply permits PreparedReply, WaitingFetch {
    ReplyKind kind();

    ReplyAction action();

    /** Returns the response, preceded by its length. To be called only when it is due. */
    ByteBuffer bytes();

    /** Returns the earliest time to send it. It may move to an earlier time. */
    long dueNanos();

    /** Returns the first row of the reference log for its request. */
    default int fromRow() {
        return 0;
    }

    /** Returns the first row after those. */
    default int toRow() {
        return 0;
    }

    static ByteBuffer bytes(RequestHeader header, ApiMessage response) {
        return bytes(header, header.apiVersion(), response);
    }

    static ByteBuffer bytes(RequestHeader header, short version, ApiMessage response) {
        short headerVersion = header.apiKey().responseHeaderVersion(version);
        ResponseHeaderData head = new ResponseHeaderData().setCorrelationId(header.correlationId());
        ObjectSerializationCache cache = new ObjectSerializationCache();
        int length = head.size(cache, headerVersion) + response.size(cache, version);
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + length).putInt(length);
        ByteBufferAccessor writable = new ByteBufferAccessor(bytes);
        head.write(writable, cache, headerVersion);
        response.write(writable, cache, version);
        return bytes.flip();
    }
}
