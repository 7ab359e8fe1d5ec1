package io.producerbench.results;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.producerbench.failure.IoReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads back a results file. It checks the file, because a person or another program may have
 * changed it.
 */
public final class ResultFile {
    /**
     * The size of about fifty thousand samples. A larger file is refused before it is read into
     * memory.
     */
    static final long MOST_BYTES = 64L << 20;

    private ResultFile() {}

    /**
     * Returns the rows of a file. This method checks the version; the code that reads another
     * column checks that column.
     *
     * @throws ResultFileException if the file is not a CSV file of this program, has no rows, or
     *     has a version that this program does not know
     */
    public static List<ResultRow> read(Path file) {
        List<ResultRow> rows = rows(file);
        rows.forEach(ResultFile::requireVersion);
        requireUnlike(rows);
        if (rows.isEmpty()) {
            throw new ResultFileException(file
                    + ": expected at least one row, got none; name the directory of a run that measured something");
        }
        return rows;
    }

    private static List<ResultRow> rows(Path file) {
        try {
            requireSmall(Files.size(file));
            requireWhole(text(file));
            return CsvTable.read(file);
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw new ResultFileException(file + ": cannot be read: " + IoReason.of(e), e);
        } catch (CsvParseException | IllegalArgumentException | IOException | UncheckedIOException e) {
            throw new ResultFileException(
                    file + ": expected a CSV file as a run writes it, got one that cannot be read ("
                            + words(e)
                            + "); restore the file as the run wrote it",
                    e);
        }
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException("it is no text in UTF-8", e);
        }
    }

    private static String words(Exception e) {
        String words = e instanceof IOException failure ? IoReason.of(failure) : String.valueOf(e.getMessage());
        return words.lines().findFirst().orElse("");
    }

    private static void requireSmall(long bytes) {
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "it has " + bytes + " bytes, more than the " + MOST_BYTES + " that are read");
        }
    }

    /**
     * Refuses a file that ends within a row or a quoted cell, because the CSV reader would accept
     * it.
     */
    private static void requireWhole(String text) {
        boolean quotesMatch = text.chars().filter(character -> character == '"').count() % 2 == 0;
        if (!quotesMatch || !(text.isEmpty() || text.endsWith("\n"))) {
            throw new IllegalArgumentException("its end is missing");
        }
    }

    /** Refuses a row that stands in the file twice, because it would count as two. */
    private static void requireUnlike(List<ResultRow> rows) {
        Map<Map<String, String>, Long> lines = new HashMap<>();
        for (ResultRow row : rows) {
            Long before = lines.putIfAbsent(row.cells(), row.line());
            if (before != null) {
                throw new ResultFileException(row.file() + ": expected each row once, got line " + before
                        + " again in line " + row.line() + "; restore the file as the run wrote it");
            }
        }
    }

    private static void requireVersion(ResultRow row) {
        String version = row.text(RunKeys.SCHEMA_VERSION);
        boolean known = version.matches("\\d{1,6}")
                && Integer.parseInt(version) >= 1
                && Integer.parseInt(version) <= RunIdentity.SCHEMA_VERSION;
        if (!known) {
            throw new ResultFileException(
                    row.file() + ": expected " + RunKeys.SCHEMA_VERSION + " 1 to " + RunIdentity.SCHEMA_VERSION
                            + ", got '" + version + "' in line " + row.line()
                            + "; use the version of this program that wrote it");
        }
    }
}
