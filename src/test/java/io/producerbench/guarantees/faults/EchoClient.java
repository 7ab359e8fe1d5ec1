package io.producerbench.guarantees.faults;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/**
 * Speaks to an {@link EchoBroker}, through a proxy or not; may send any number of requests before
 * it reads an answer.
 */
final class EchoClient implements AutoCloseable {
    private static final int PATIENCE_MS = 30_000;
    /**
     * How long nothing must come to be taken for silence; a proxy that lets something through takes
     * a thousandth.
     */
    private static final int SILENCE_MS = 200;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private int correlation;

    EchoClient(int port) throws IOException {
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MS);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    EchoClient send(Api api, String text) throws IOException {
        return send(frame(api.key(), text));
    }

    EchoClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** A whole request. */
    byte[] frame(int apiKey, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(2 * Integer.BYTES + text.length());
        out.writeShort(apiKey);
        out.writeShort(0);
        out.writeInt(correlation++);
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    /** The text of the next answer. */
    String read() throws IOException {
        socket.setSoTimeout(PATIENCE_MS);
        int length = in.readInt();
        in.readInt(); // correlation id
        return new String(in.readNBytes(length - Integer.BYTES), StandardCharsets.US_ASCII);
    }

    /** Whether the connection is open and nothing comes. */
    boolean hearsNothing() throws IOException {
        return first(SILENCE_MS) == Heard.NOTHING;
    }

    /** Whether the connection is closed, and not one byte came before that. */
    boolean hearsTheEnd() throws IOException {
        return first(PATIENCE_MS) == Heard.END;
    }

    private Heard first(int millis) throws IOException {
        socket.setSoTimeout(millis);
        in.mark(1);
        try {
            int read = in.read();
            in.reset();
            return read < 0 ? Heard.END : Heard.SOMETHING;
        } catch (SocketTimeoutException e) {
            return Heard.NOTHING;
        } catch (IOException e) {
            // Reset: this end had sent what the other did not read any more.
            return Heard.END;
        }
    }

    private enum Heard {
        NOTHING,
        SOMETHING,
        END
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
