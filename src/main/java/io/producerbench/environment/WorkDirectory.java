package io.producerbench.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** The directory in which brokers that we start as processes keep data, logs and scratch files. */
public record WorkDirectory(Path path) {
    /** With less free a sample is ended, because fast brokers may write as much within a second. */
    public static final long RESERVE_BYTES = 512_000_000;

    private static final List<String> MEMORY = List.of("tmpfs", "ramfs");
    private static final double GIGABYTE = 1e9;

    public WorkDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /** Returns the directory that this JVM keeps temporary files in. */
    public static WorkDirectory usual() {
        return new WorkDirectory(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Returns why no broker can keep its data in this directory; empty if one can. */
    public Optional<String> problem() {
        if (!Files.exists(path)) {
            return Optional.of("there is no such directory");
        }
        if (!Files.isDirectory(path)) {
            return Optional.of("it is no directory");
        }
        if (path.toString().contains(",")) {
            return Optional.of("Kafka takes the comma in it for the end of its name");
        }
        return canBeWritten() ? Optional.empty() : Optional.of("it cannot be written to");
    }

    /** Tries it, because the permissions do not tell of a file system that is read-only. */
    private boolean canBeWritten() {
        try {
            Files.delete(Files.createTempFile(path, "producer-bench-", ""));
            return true;
        } catch (IOException e) {
            // A full disk is another problem, with another cure.
            return String.valueOf(e.getMessage()).contains("No space left");
        }
    }

    /** Returns how much this process may still write there; empty if the system does not tell. */
    public OptionalLong freeBytes() {
        try {
            return OptionalLong.of(Files.getFileStore(path).getUsableSpace());
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }

    public Optional<String> fileSystem() {
        return FileSystemType.of(path).map(FileSystemType::name);
    }

    /** True if what is written there takes memory and no disk. */
    public boolean isMemory() {
        return fileSystem().filter(MEMORY::contains).isPresent();
    }

    /** Returns for instance {@code /var/tmp (ext4, 12.3 GB free)}. */
    @Override
    public String toString() {
        return path + " (" + fileSystem().orElse("unknown file system") + ", "
                + freeBytes().stream().mapToObj(WorkDirectory::text).findFirst().orElse("an unknown number of bytes")
                + " free)";
    }

    /** Returns an amount of bytes with as many digits as mean something, for instance 12.3 GB. */
    public static String text(long bytes) {
        return bytes < GIGABYTE
                ? String.format(Locale.ROOT, "%d MB", bytes / 1_000_000)
                : String.format(Locale.ROOT, "%,.1f GB", bytes / GIGABYTE);
    }
}
