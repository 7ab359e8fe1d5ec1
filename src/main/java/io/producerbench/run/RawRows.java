package io.producerbench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The rows of a CSV file as they stand in it, the header among them. A crash leaves at most a part
 * of a row at the end.
 *
 * @param whole the rows that have their end
 * @param end where the last of them ends, in bytes
 * @param torn the line of a part of a row that follows; empty if there is none
 */
record RawRows(List<RawRow> whole, long end, OptionalInt torn) {
    /**
     * @param line where it begins, from 1
     * @param text with the line end
     */
    record RawRow(int line, String text) {}

    /** Returns the rows of a file; none if there is no file. */
    static RawRows read(Path file) {
        try {
            return Files.exists(file) ? of(Files.readAllBytes(file)) : of(new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static RawRows of(byte[] bytes) {
        List<RawRow> rows = new ArrayList<>();
        boolean quoted = false;
        int line = 1;
        int begin = 0;
        int beginLine = 1;
        for (int i = 0; i < bytes.length; i++) {
            quoted ^= bytes[i] == '"';
            if (bytes[i] == '\n') {
                line++;
                if (!quoted) {
                    rows.add(new RawRow(beginLine, new String(bytes, begin, i + 1 - begin, StandardCharsets.UTF_8)));
                    begin = i + 1;
                    beginLine = line;
                }
            }
        }
        OptionalInt torn = begin < bytes.length ? OptionalInt.of(beginLine) : OptionalInt.empty();
        return new RawRows(List.copyOf(rows), begin, torn);
    }
}
