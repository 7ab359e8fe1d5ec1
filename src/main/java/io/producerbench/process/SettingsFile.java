package io.producerbench.process;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Settings or results that pass from one JVM to another in a properties file.
 *
 * @param source the file that they were read from, for error messages
 * @param values by their keys
 */
public record SettingsFile(Path source, SortedMap<String, String> values) {

    public SettingsFile {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /**
     * When this returns, the file holds these values and nothing else. The permissions of an old
     * file stay.
     */
    public static void write(Path file, Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    public static SettingsFile read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        SortedMap<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        return new SettingsFile(file, values);
    }

    /** @throws IllegalArgumentException if there is none */
    public String text(String key) {
        if (!values.containsKey(key)) {
            throw new IllegalArgumentException(
                    "expected a value for " + key + " in " + source + ", got only the keys " + values.keySet());
        }
        return values.get(key);
    }

    /** @throws IllegalArgumentException if there is none, or it is no whole number */
    public long number(String key) {
        return value(key, "a whole number", Long::valueOf);
    }

    /** @throws IllegalArgumentException if there is none, or it is no number */
    public double decimal(String key) {
        return value(key, "a number", Double::valueOf);
    }

    /**
     * Returns a value of any type.
     *
     * @param expected what the text must be, for error messages
     * @param type turns the text into the value, or throws an {@link IllegalArgumentException}
     * @throws IllegalArgumentException if there is none, or it is not as expected
     */
    public <T> T value(String key, String expected, Function<String, T> type) {
        String text = text(key);
        try {
            return type.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "expected " + expected + " for " + key + " in " + source + ", got '" + text + "' (" + e.getMessage()
                            + ")",
                    e);
        }
    }

    /** Returns the values whose keys begin with this prefix, by the rest of their keys. */
    public SortedMap<String, String> below(String prefix) {
        SortedMap<String, String> below = new TreeMap<>();
        values.tailMap(prefix).forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                below.put(key.substring(prefix.length()), value);
            }
        });
        return below;
    }
}
