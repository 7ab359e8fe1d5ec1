package io.producerbench.calibration.stub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The commands of the parent process to the stub broker: one on each line, until the parent closes
 * the pipe or dies.
 */
final class StubCommands {
    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    /**
     * Starts a thread that reads commands. It runs {@code news} after each command and at the end.
     */
    void listen(InputStream in, Runnable news) {
        Thread reader = new Thread(() -> read(in, news), "commands");
        // A daemon, so that it does not keep a stub broker alive that failed.
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

    /** Returns the next command; null if there is none yet. */
    String next() {
        return waiting.poll();
    }

    /** True if the parent is gone. */
    boolean ended() {
        return ended;
    }
}
