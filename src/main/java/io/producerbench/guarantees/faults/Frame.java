package io.producerbench.guarantees.faults;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One request or response of Kafka's protocol, its length included, of which only the start is understood: a request begins
 * with the api key, its version and the correlation id, a response with the correlation id.
 */
final class Frame {

    /** More than brokers accept; a length beyond it means that something else than Kafka is spoken. */
    private static final int MOST_BYTES = 256 << 20;

    private static final int API_KEY = Integer.BYTES;
    private static final int REQUEST_CORRELATION = API_KEY + 2 * Short.BYTES;
    private static final int RESPONSE_CORRELATION = Integer.BYTES;

    private final ByteBuffer bytes;

    private Frame(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Waits for all of the next frame. The end of the stream is an exception like any other, in a frame or between two. */
    static Frame read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < RESPONSE_CORRELATION || length > MOST_BYTES) {
            throw new IOException("expected the length of a Kafka request or response, got " + length);
        }
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + length).putInt(0, length);
        in.readFully(bytes.array(), Integer.BYTES, length);
        return new Frame(bytes);
    }

    /** Of a request; empty if faults cannot aim at it. */
    Optional<Api> api() {
        return Api.of(bytes.getShort(API_KEY));
    }

    /** Of a request; a request without one is answered by nobody. */
    int requestCorrelation() {
        return bytes.capacity() < REQUEST_CORRELATION + Integer.BYTES ? -1 : bytes.getInt(REQUEST_CORRELATION);
    }

    int responseCorrelation() {
        return bytes.getInt(RESPONSE_CORRELATION);
    }

    int size() {
        return bytes.capacity();
    }

    void write(OutputStream out) throws IOException {
        out.write(bytes.array());
    }
}
