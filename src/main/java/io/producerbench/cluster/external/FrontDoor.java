package io.producerbench.cluster.external;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * What answers at an address, found out with reads of a few bytes. A Kafka client takes the first four bytes for a length and
 * may ask for a gigabyte of memory when it is a web server or TLS that answers.
 */
record FrontDoor(String host, int port) {

    private static final int TIMEOUT_MS = 2_000;
    private static final short API_VERSIONS = 18;
    private static final short METADATA = 3;
    private static final short METADATA_VERSION = 4;
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final int TLS_ALERT = 0x15;

    /** What is spoken behind a port. */
    enum Speech {
        KAFKA("Kafka without TLS"),
        KAFKA_WITH_SASL("Kafka without TLS, and wants SASL"),
        TLS("TLS"),
        HTTP("HTTP"),
        UNKNOWN("neither Kafka nor TLS");

        private final String words;

        Speech(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Connects and hangs up. */
    void requireReachable() throws IOException {
        connect().close();
    }

    /** @param tls whether that is what is expected, and so asked for first */
    Speech speech(boolean tls) throws IOException {
        if (tls && speaksTls()) {
            return Speech.TLS;
        }
        Speech plain = plainSpeech();
        if (plain == Speech.UNKNOWN && !tls && speaksTls()) {
            return Speech.TLS;
        }
        return plain == Speech.UNKNOWN && speaksHttp() ? Speech.HTTP : plain;
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        try {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Whoever rejects our certificates speaks TLS too; whether the client's settings fit is for the client to find out. */
    private boolean speaksTls() throws IOException {
        try (Socket socket = connect();
                SSLSocket tls = (SSLSocket)
                        ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(socket, host, port, true)) {
            tls.startHandshake();
            return true;
        } catch (SSLException e) {
            return !isHangUp(e) && !String.valueOf(e.getMessage()).contains("unrecognized SSL message");
        } catch (SocketException | SocketTimeoutException e) {
            return false;
        }
    }

    private static boolean isHangUp(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException
                    || cause instanceof SocketException
                    || cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private Speech plainSpeech() throws IOException {
        try (Socket socket = connect()) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            DataInputStream in = new DataInputStream(socket.getInputStream());
            send(out, API_VERSIONS, (short) 0, 1, new byte[0]);
            byte[] start = in.readNBytes(Integer.BYTES);
            if (start.length < Integer.BYTES || start[0] != 0) {
                return spokenBy(start);
            }
            if (!isAnswer(start, in, 1)) {
                return Speech.UNKNOWN;
            }
            return takesMetadata(out, in) ? Speech.KAFKA : Speech.KAFKA_WITH_SASL;
        } catch (SocketException | SocketTimeoutException e) {
            return Speech.UNKNOWN;
        }
    }

    /** A broker that wants SASL first hangs up on this. */
    private static boolean takesMetadata(DataOutputStream out, DataInputStream in) throws IOException {
        try {
            byte[] noTopicsAndNoneToBeCreated = new byte[Integer.BYTES + 1];
            send(out, METADATA, METADATA_VERSION, 2, noTopicsAndNoneToBeCreated);
            return in.readNBytes(Integer.BYTES).length == Integer.BYTES;
        } catch (SocketException e) {
            return false;
        }
    }

    private static Speech spokenBy(byte[] start) {
        if (start.length > 0 && start[0] == TLS_ALERT) {
            return Speech.TLS;
        }
        return Arrays.equals(start, "HTTP".getBytes(US_ASCII)) ? Speech.HTTP : Speech.UNKNOWN;
    }

    private static boolean isAnswer(byte[] start, DataInputStream in, int correlation) throws IOException {
        int length = (start[1] & 0xff) << 16 | (start[2] & 0xff) << 8 | start[3] & 0xff;
        if (length < Integer.BYTES || length > LONGEST_ANSWER) {
            return false;
        }
        boolean ours = in.readInt() == correlation;
        in.readNBytes(length - Integer.BYTES);
        return ours;
    }

    private static void send(DataOutputStream out, short api, short version, int correlation, byte[] body)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream request = new DataOutputStream(bytes);
        request.writeShort(api);
        request.writeShort(version);
        request.writeInt(correlation);
        request.writeShort(-1); // no client id
        request.write(body);
        out.writeInt(bytes.size());
        bytes.writeTo(out);
        out.flush();
    }

    /** Asked only of what said nothing that Kafka says: a web server may wait for the end of a line. */
    private boolean speaksHttp() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(US_ASCII));
            return spokenBy(socket.getInputStream().readNBytes(Integer.BYTES)) == Speech.HTTP;
        } catch (SocketException | SocketTimeoutException e) {
            return false;
        }
    }
}
