package io.producerbench.guarantees.faults;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One request or response of Kafka's protocol, with its length. Only the start is decoded: a
 * request begins with the API key, the API version and the correlation id, a response with the
 * correlation id.
 */
final class Frame {

    /** More than brokers accept. A greater length means that this is not Kafka's protocol. */
    private static final int MOST_BYTES = 256 << 20;

    private static final int API_KEY = Integer.BYTES;
    private static final int REQUEST_CORRELATION = API_KEY + 2 * Short.BYTES;
    private static final int RESPONSE_CORRELATION = Integer.BYTES;

    private final ByteBuffer bytes;

    private Frame(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads the whole next frame, waiting for it.
     *
     * @throws IOException also at the end of the stream, within a frame or between two
     */
    static Frame read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < RESPONSE_CORRELATION || length > MOST_BYTES) {
            throw new IOException("expected the length of a Kafka request or response, got " + length);
        }
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + length).putInt(0, length);
        in.readFully(bytes.array(), Integer.BYTES, length);
        return new Frame(bytes);
    }

    /** Returns the API of a request, empty if faults cannot select it. */
    Optional<Api> api() {
        return Api.of(bytes.getShort(API_KEY));
    }

    /**
     * Returns the correlation id of a request, -1 if it has none. A request without one gets no
     * response.
     */
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
