package io.producerbench.results;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads back a results file, whoever wrote it. */
public final class ResultFile {
    private static final String VERSION = "schema_version";

    /** Some fifty thousand samples; a file that is larger is none of ours, and is not read into memory to find that out. */
    static final long MOST_BYTES = 64L << 20;

    private ResultFile() {}

    /**
     * Its rows. The columns that all files begin with are checked here, the others by who reads them.
     *
     * @throws ResultFileException if it is no CSV of this program, has no rows, or is of a version that this program does not know
     */
    public static List<ResultRow> read(Path file) {
        List<Map<String, String>> cells = cells(file);
        List<ResultRow> rows = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            ResultRow row = new ResultRow(file, i + 1, cells.get(i));
            requireVersion(row);
            rows.add(row);
        }
        if (rows.isEmpty()) {
            throw new ResultFileException(file
                    + ": expected at least one row, got none; name the directory of a run that measured something");
        }
        return List.copyOf(rows);
    }

    private static List<Map<String, String>> cells(Path file) {
        try {
            requireSmall(Files.size(file));
            requireWhole(Files.readString(file));
            return CsvTable.read(file);
        } catch (CsvParseException | IllegalArgumentException | IOException | UncheckedIOException e) {
            throw new ResultFileException(
                    file + ": expected a CSV file as a run writes it, got one that cannot be read ("
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                            + "); restore the file as the run wrote it",
                    e);
        }
    }

    private static void requireSmall(long bytes) {
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "it has " + bytes + " bytes, more than the " + MOST_BYTES + " that are read");
        }
    }

    /** The reader takes a file that ends in the middle of a row, or of a quoted cell, for one that is meant so. */
    private static void requireWhole(String text) {
        if (text.startsWith("\uFEFF")) {
            throw new IllegalArgumentException("it begins with a byte order mark: a spreadsheet may have saved it");
        }
        boolean quotesMatch = text.chars().filter(character -> character == '"').count() % 2 == 0;
        if (!quotesMatch || !(text.isEmpty() || text.endsWith("\n"))) {
            throw new IllegalArgumentException("its end is missing");
        }
    }

    private static void requireVersion(ResultRow row) {
        String version = row.text(VERSION);
        boolean known = version.matches("\\d{1,6}")
                && Integer.parseInt(version) >= 1
                && Integer.parseInt(version) <= RunIdentity.SCHEMA_VERSION;
        if (!known) {
            throw new ResultFileException(row.file() + ": expected " + VERSION + " 1 to " + RunIdentity.SCHEMA_VERSION
                    + ", got '" + version + "' in row " + row.number()
                    + "; use the version of this program that wrote it");
        }
    }
}
