package io.producerbench.failure;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;
import java.util.Optional;

/**
 * Says in plain English why a file could not be used, because the exceptions of Java say it by the
 * names of their classes.
 */
public final class IoReason {
    private static final Map<Class<? extends FileSystemException>, String> WORDS = Map.of(
            NoSuchFileException.class, "there is no such file or directory",
            AccessDeniedException.class, "permission denied",
            FileAlreadyExistsException.class, "it exists already",
            NotDirectoryException.class, "it is no directory",
            DirectoryNotEmptyException.class, "it is not empty");

    private IoReason() {}

    /** Returns the reason without the name of the file. */
    public static String of(IOException failure) {
        if (failure instanceof FileSystemException file) {
            return Optional.ofNullable(WORDS.get(file.getClass()))
                    .or(() -> Optional.ofNullable(file.getReason()))
                    .orElse("it cannot be used");
        }
        if (failure instanceof CharacterCodingException) {
            return "it is no text in UTF-8";
        }
        String message =
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        // Java's older classes say: path (No such file or directory).
        return failure instanceof FileNotFoundException ? message.replaceFirst("^.* \\((.*)\\)$", "$1") : message;
    }

    /**
     * Returns the message of a failure, with the file and the reason of the {@link IOException}
     * that caused it, if the message does not name them itself.
     */
    public static String message(RuntimeException failure) {
        String message = String.valueOf(failure.getMessage());
        boolean ours =
                !(failure instanceof UncheckedIOException) || !message.equals(String.valueOf(failure.getCause()));
        if (!(failure.getCause() instanceof IOException cause) || message.contains("\n")) {
            return message;
        }
        String reason = of(cause);
        Optional<String> file = cause instanceof FileSystemException named
                ? Optional.ofNullable(named.getFile()).filter(name -> !ours || !message.endsWith(name))
                : Optional.empty();
        String words = file.map(name -> name + ": ").orElse("") + reason;
        if (!ours) {
            return words;
        }
        return message.contains(reason) ? message : message + ": " + words;
    }
}
