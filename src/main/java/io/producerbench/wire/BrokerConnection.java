package io.producerbench.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.RequestHeader;

/**
 * A plaintext connection to one broker, for requests that Kafka's clients cannot send to a broker
 * of our choice. One request may be under way at a time. Not for several threads.
 */
public final class BrokerConnection implements AutoCloseable {

    private static final String CLIENT_ID = "producer-bench-probe";

    /** A longer response is not Kafka's: {@code HTTP}, read as a length, is 1.2 GB. */
    private static final int LONGEST_RESPONSE = 1 << 24;

    private final Socket socket;
    private final DataInputStream in;
    private RequestHeader asked;
    private int correlation;

    private BrokerConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    /**
     * Connects.
     *
     * @param timeoutMillis of the connection, and of each read later on
     */
    public static BrokerConnection open(InetSocketAddress address, int timeoutMillis) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(timeoutMillis);
            socket.connect(address, timeoutMillis);
            return new BrokerConnection(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Sends the request and waits for its response. */
    public AbstractResponse ask(AbstractRequest request) throws IOException {
        send(request);
        return receive();
    }

    public void send(AbstractRequest request) throws IOException {
        asked = new RequestHeader(request.apiKey(), request.version(), CLIENT_ID, ++correlation);
        ByteBuffer body = request.serializeWithHeader(asked);
        ByteBuffer framed = ByteBuffer.allocate(Integer.BYTES + body.remaining());
        framed.putInt(body.remaining()).put(body);
        socket.getOutputStream().write(framed.array());
    }

    /**
     * Waits for the response to the last request.
     *
     * @throws IOException also if something else than that response was received
     */
    public AbstractResponse receive() throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_RESPONSE) {
            throw new IOException("expected a response of Kafka's, got a length of " + length + " bytes");
        }
        byte[] response = new byte[length];
        in.readFully(response);
        try {
            return AbstractResponse.parseResponse(ByteBuffer.wrap(response), asked);
        } catch (RuntimeException e) {
            throw new IOException("expected a response to " + asked.apiKey() + ", got: " + e, e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
