package io.producerbench.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The kind of file system a path lives on, such as ext4, overlay or tmpfs: on the last, no disk is measured. */
public record FileSystemType(String name) {

    /** Also of a path that does not exist yet: it will live where its nearest existing ancestor does. */
    public static Optional<FileSystemType> of(Path path) {
        Optional<Path> existing = Stream.iterate(path.toAbsolutePath().normalize(), Objects::nonNull, Path::getParent)
                .filter(Files::exists)
                .findFirst();
        try {
            return existing.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new FileSystemType(
                            Files.getFileStore(existing.get()).type()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
