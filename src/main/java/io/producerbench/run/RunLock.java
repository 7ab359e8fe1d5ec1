package io.producerbench.run;

import io.producerbench.failure.EnvironmentException;
import io.producerbench.failure.IoReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file that one process holds locked. The kernel lets go of it when that process ends, however it
 * ends. The file stays, and says who held it last.
 */
final class RunLock implements AutoCloseable {
    /**
     * What this JVM holds. A file in it is never opened again, because the kernel drops a
     * process's lock as soon as any of its descriptors of that file is closed.
     */
    private static final Map<Path, RunHolder> OURS = new ConcurrentHashMap<>();

    private final Path file;
    private final FileChannel channel;

    private RunLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Returns the lock; empty if another run holds it.
     *
     * @throws EnvironmentException if the file cannot be opened or locked
     */
    static Optional<RunLock> take(Path file, RunHolder holder) {
        Path name = file.toAbsolutePath().normalize();
        if (OURS.putIfAbsent(name, holder) != null) {
            return Optional.empty();
        }
        Optional<RunLock> taken = Optional.empty();
        try {
            taken = lock(name);
        } finally {
            if (taken.isEmpty()) {
                OURS.remove(name);
            }
        }
        taken.ifPresent(lock -> lock.tell(holder));
        return taken;
    }

    private static Optional<RunLock> lock(Path file) {
        try {
            FileChannel channel = open(file);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new RunLock(file, channel));
        } catch (IOException e) {
            throw new EnvironmentException(
                    "cannot lock " + file + ": " + IoReason.of(e) + "; it keeps two runs apart, and must be writable",
                    e);
        }
    }

    /**
     * Opens the file. It is not created if it exists, because Linux may refuse that for a file of
     * another user in a directory such as /tmp; and a link is not followed, because anyone can
     * make one there.
     */
    private static FileChannel open(Path file) throws IOException {
        OpenOption[] existing = {StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS};
        try {
            return FileChannel.open(file, existing);
        } catch (NoSuchFileException missing) {
            return create(file, existing);
        }
    }

    private static FileChannel create(Path file, OpenOption... existing) throws IOException {
        // Java 17 would take a link to a directory for a file.
        if (!Files.isDirectory(file.getParent())) {
            Files.createDirectories(file.getParent());
        }
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
            openToAll(file);
            return channel;
        } catch (FileAlreadyExistsException another) {
            return FileChannel.open(file, existing);
        }
    }

    private static void openToAll(Path file) {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        } catch (IOException | UnsupportedOperationException e) {
            // A file system without permissions keeps no user out.
        }
    }

    /** Writes into the file who holds it. */
    void tell(RunHolder holder) {
        OURS.put(file, holder);
        try {
            ByteBuffer text = StandardCharsets.UTF_8.encode(holder.line());
            channel.truncate(text.remaining());
            channel.write(text, 0);
        } catch (IOException e) {
            throw new EnvironmentException("cannot write " + file + ": " + IoReason.of(e), e);
        }
    }

    /** Returns what the file says of the process that holds it. */
    static String holder(Path file) {
        Path name = file.toAbsolutePath().normalize();
        RunHolder ours = OURS.get(name);
        if (ours != null) {
            return ours.line();
        }
        try {
            String line = Files.readString(name).strip();
            return line.isEmpty() ? "a process that is about to say its name" : line;
        } catch (IOException e) {
            return "a process that cannot be named (" + IoReason.of(e) + ")";
        }
    }

    /** When this returns, another process can take the lock. */
    @Override
    public void close() {
        OURS.remove(file);
        try {
            channel.close();
        } catch (IOException e) {
            throw new EnvironmentException("cannot let go of " + file + ": " + IoReason.of(e), e);
        }
    }
}
