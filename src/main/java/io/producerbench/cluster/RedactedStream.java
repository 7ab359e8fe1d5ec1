package io.producerbench.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * Passes text on line by line, without its secrets. A line is held back until it is complete,
 * because half a secret would not be found.
 */
public final class RedactedStream extends OutputStream {
    private final OutputStream to;
    private final UnaryOperator<String> redaction;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    public RedactedStream(OutputStream to, UnaryOperator<String> redaction) {
        this.to = to;
        this.redaction = redaction;
    }

    @Override
    public synchronized void write(int b) throws IOException {
        line.write(b);
        if (b == '\n') {
            passOn();
            to.flush();
        }
    }

    private void passOn() throws IOException {
        to.write(redaction.apply(line.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        line.reset();
    }

    @Override
    public synchronized void close() throws IOException {
        passOn();
        to.close();
    }
}
