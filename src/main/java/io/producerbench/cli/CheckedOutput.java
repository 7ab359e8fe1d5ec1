package io.producerbench.cli;

import io.producerbench.failure.IoReason;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * Standard output that remembers why it could not be written, because a {@link PrintStream} swallows
 * that.
 */
public final class CheckedOutput extends OutputStream {
    /** What the kernel says when the reader, {@code head} for example, wants no more. */
    private static final String READER_LEFT = "Broken pipe";

    private final OutputStream to;
    private Optional<IOException> failure = Optional.empty();

    public CheckedOutput(OutputStream to) {
        this.to = to;
    }

    /** Returns a stream of text into this one. */
    public PrintStream print(Charset charset) {
        return new PrintStream(this, true, charset);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            to.write(bytes, offset, length);
            to.flush();
        } catch (IOException e) {
            failure = failure.or(() -> Optional.of(e));
            throw e;
        }
    }

    /**
     * Returns the exit code of a command that ended with this one. If something that it wrote is
     * lost, that is said, and it is no success. A reader that left has lost nothing.
     */
    public synchronized ExitCode checked(ExitCode code, PrintStream err) {
        Optional<String> lost = failure.map(IoReason::of).filter(reason -> !reason.contains(READER_LEFT));
        lost.ifPresent(reason -> err.println("run-bench: cannot write to stdout: " + reason
                + "; what it should say is lost, send it to a place that takes it"));
        return lost.isPresent() && code == ExitCode.DONE ? ExitCode.ENVIRONMENT : code;
    }
}
