package io.producerbench.run;

import io.producerbench.environment.Sha256;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The digests of a run's finished rows, one line for each, noted just before the row is written. So
 * every whole row has its line, and only the last line may lack its row.
 */
record RowJournal(Path file) {
    private static final String BETWEEN = "\t";

    /**
     * One finished row.
     *
     * @param files the digests of the files that the row rests on, by their paths in the run's
     *     directory
     */
    record Entry(String digest, Map<String, String> files) {
        static Entry of(RunDirectory run, String row, List<Path> files) {
            Map<String, String> digests = new LinkedHashMap<>();
            files.forEach(file -> digests.put(run.path().relativize(file).toString(), digestOf(file)));
            return new Entry(digestOf(row), digests);
        }

        private String line() {
            return files.entrySet().stream()
                    .map(file -> BETWEEN + file.getValue() + " " + file.getKey())
                    .collect(Collectors.joining("", digest, "\n"));
        }

        private static Entry parse(String line) {
            String[] parts = line.split(BETWEEN);
            Map<String, String> files = new LinkedHashMap<>();
            for (int i = 1; i < parts.length; i++) {
                String[] file = parts[i].split(" ", 2);
                files.put(file[file.length - 1], file[0]);
            }
            return new Entry(parts[0], files);
        }
    }

    static String digestOf(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    static String digestOf(Path file) {
        try {
            return Sha256.of(file).hex();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When this method returns, the entry is on the disk. */
    void append(Entry entry) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(entry.line());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Returns the entries of all whole lines; none if there is no file. */
    List<Entry> read() {
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            List<Entry> entries = new ArrayList<>();
            text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .map(Entry::parse)
                    .forEach(entries::add);
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    void replace(List<Entry> entries) {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + file.getParent(), e);
        }
        RunFile.write(file, entries.stream().map(Entry::line).collect(Collectors.joining()));
    }
}
