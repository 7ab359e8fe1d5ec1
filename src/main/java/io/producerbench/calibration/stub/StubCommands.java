package io.producerbench.calibration.stub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the parent process wants of the stub broker: one order a line, until it closes the pipe or dies. */
final class StubCommands {
    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    /** Reads from now on in a thread of its own; {@code news} is run after each order and at the end. */
    void listen(InputStream in, Runnable news) {
        Thread reader = new Thread(() -> read(in, news), "orders");
        // So that it does not keep alive a stub broker that failed.
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream in, Runnable news) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                waiting.add(line);
                news.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ended = true;
            news.run();
        }
    }

    /** The next order; null if there is none yet. */
    String next() {
        return waiting.poll();
    }

    /** Whether the parent is gone. */
    boolean ended() {
        return ended;
    }
}
