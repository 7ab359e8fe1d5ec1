package io.producerbench.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The type of the file system of a path, such as ext4, overlay or tmpfs. On tmpfs, no disk is
 * measured.
 */
public record FileSystemType(String name) {

    /**
     * Returns the type for a path. If the path does not exist yet, its nearest existing ancestor
     * decides.
     */
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
