package io.producerbench.jmh;

import io.producerbench.failure.EnvironmentException;
import io.producerbench.failure.IoReason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * JMH's own lock against two runs at once. It is checked first, so that no brokers are started in
 * vain.
 */
public final class JmhLock {
    private JmhLock() {}

    /** @throws EnvironmentException if another JMH run holds it */
    public static void requireFree() {
        Path file = file();
        if (!Files.exists(file)) {
            return;
        }
        try (RandomAccessFile lockFile = new RandomAccessFile(file.toFile(), "rw");
                FileLock lock = lockFile.getChannel().tryLock()) {
            if (lock == null) {
                throw taken(file);
            }
        } catch (OverlappingFileLockException e) {
            throw taken(file);
        } catch (IOException e) {
            throw new EnvironmentException("cannot open JMH's lock file " + file + ": " + IoReason.of(e), e);
        }
    }

    /**
     * Holds the lock for this program, which then may run several forks at once. This comes before
     * JMH's first run in this JVM.
     *
     * @return gives the lock back when it is closed
     * @throws EnvironmentException if another JMH run holds it
     */
    public static Held hold() {
        requireFree();
        ignore();
        Path path = file();
        try {
            RandomAccessFile lockFile = new RandomAccessFile(path.toFile(), "rw");
            lockFile.getChannel().tryLock();
            return new Held(lockFile);
        } catch (IOException e) {
            throw new EnvironmentException("cannot open JMH's lock file " + path + ": " + IoReason.of(e), e);
        }
    }

    /** The lock while this program holds it. */
    public record Held(RandomAccessFile file) implements AutoCloseable {
        @Override
        public void close() {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot release JMH's lock file", e);
            }
        }
    }

    private static Path file() {
        return Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock");
    }

    /** Lets JMH run beside other JMH runs. This comes before JMH's first run in this JVM. */
    public static void ignore() {
        System.setProperty("jmh.ignoreLock", "true");
    }

    private static EnvironmentException taken(Path file) {
        return new EnvironmentException("another JMH run holds " + file
                + ": two at once would spoil each other's numbers. Wait for it to end, or insist with --beside");
    }
}
