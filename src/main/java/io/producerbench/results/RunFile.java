package io.producerbench.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads files that appear whole or not at all, as text or as JSON. */
public final class RunFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private RunFile() {}

    /** Writes a file whole or not at all. */
    public static void write(Path file, String text) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.writeString(unfinished, text);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            unfinished.toFile().delete();
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Writes {@code value} as indented JSON. */
    public static void writeJson(Path file, Object value) {
        write(file, json(value) + "\n");
    }

    /** Returns {@code value} as indented JSON. */
    public static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** Returns {@code value} as JSON in one line. */
    public static String compactJson(Object value) {
        return JSON.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
    }

    /**
     * Returns what {@link #writeJson} wrote.
     *
     * @throws ResultFileException if the file holds no JSON object
     */
    public static Map<?, ?> readJson(Path file) {
        try {
            JsonNode read = JSON.readTree(file.toFile());
            if (read.isObject()) {
                return JSON.treeToValue(read, Map.class);
            }
            String got =
                    read.isMissingNode() ? "nothing" : read.getNodeType().name().toLowerCase(Locale.ROOT);
            throw damaged(file, "got " + got, null);
        } catch (JacksonIOException e) {
            throw new UncheckedIOException("cannot read " + file, e.getCause());
        } catch (JacksonException e) {
            String reason =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            throw damaged(file, "got a file that cannot be read (" + reason + ")", e);
        }
    }

    private static ResultFileException damaged(Path file, String got, Exception cause) {
        return new ResultFileException(
                file + ": expected a JSON object, " + got + "; restore the file as the run wrote it", cause);
    }

    /** Returns what {@link #writeJson} wrote, as this type. */
    public static <T> T readJson(Path file, Class<T> type) {
        return JSON.readValue(file.toFile(), type);
    }

    /** Returns {@code value} as {@link #readJson} would return it. */
    public static Map<?, ?> asRead(Object value) {
        return JSON.readValue(json(value), Map.class);
    }
}
