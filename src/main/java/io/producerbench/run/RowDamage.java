package io.producerbench.run;

import io.producerbench.results.RunDirectory;
import io.producerbench.run.RawRows.RawRow;
import io.producerbench.run.RowJournal.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the rows of a run against its journal, and the files that they rest on against their
 * digests. It changes nothing.
 */
final class RowDamage {
    private final RunDirectory run;
    private final Path table;
    private final List<Entry> entries;
    private final List<Entry> kept = new ArrayList<>();
    private final List<Integer> gone = new ArrayList<>();
    private final List<String> damage = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private int next;

    RowDamage(RunDirectory run, Path table, List<Entry> entries) {
        this.run = run;
        this.table = table;
        this.entries = entries;
    }

    /** Looks at all rows, of which the first must be this header. */
    void look(RawRows rows, String header) {
        List<RawRow> whole = rows.whole();
        if (!whole.isEmpty() && !whole.get(0).text().equals(header)) {
            damage.add(table.getFileName() + " line 1 is not the header that the run wrote; restore it");
        }
        whole.stream().skip(1).forEach(this::look);
        // The last entry may lack its row, because it is written first.
        for (int missing = next; missing < entries.size() - 1; missing++) {
            gone.add(missing);
        }
        if (rows.torn().isPresent() && next < entries.size() - 1) {
            damage.add(at(rows.torn().getAsInt()) + "has no end, and more rows followed it");
        }
    }

    private void look(RawRow row) {
        String digest = RowJournal.digestOf(row.text());
        Integer before = lines.putIfAbsent(digest, row.line());
        int found = next;
        while (found < entries.size() && !entries.get(found).digest().equals(digest)) {
            found++;
        }
        if (found == entries.size()) {
            damage.add(at(row.line()) + wrong(row, digest, before));
            return;
        }
        while (next < found) {
            gone.add(next++);
        }
        Entry entry = entries.get(next++);
        kept.add(entry);
        entry.files().forEach((name, expected) -> look(row, name, expected));
    }

    private void look(RawRow row, String name, String expected) {
        Path file = run.path().resolve(name);
        if (!Files.exists(file)) {
            damage.add(name + " is gone, on which " + at(row.line()).strip() + " rests");
        } else if (!RowJournal.digestOf(file).equals(expected)) {
            damage.add(name + " is not as the run wrote it, and " + at(row.line()) + "rests on it");
        }
    }

    private String wrong(RawRow row, String digest, Integer before) {
        if (before != null) {
            return "is line " + before + " once more";
        }
        if (entries.stream().anyMatch(entry -> entry.digest().equals(digest))) {
            return "is out of order: the run wrote it before the line above it";
        }
        return otherRun(row).map(other -> "is of the run " + other).orElse("is not as the run wrote it");
    }

    /** Returns the run of a row whose second cell, the run's name, is another one's. */
    private Optional<String> otherRun(RawRow row) {
        return Arrays.stream(row.text().split(","))
                .skip(1)
                .findFirst()
                .map(String::strip)
                .filter(name -> name.matches("\\d{8}T\\d{6}Z-.+"))
                .filter(name -> !name.equals(run.path().getFileName().toString()));
    }

    private String at(int line) {
        return table.getFileName() + " line " + line + " ";
    }

    /** Returns what is wrong, each in words that name file and line. */
    List<String> damage() {
        return damage;
    }

    /** Returns the entries whose rows are there, in order. */
    List<Entry> kept() {
        return kept;
    }

    /** Returns the lines in which rows stood that are gone, as if every row had one line. */
    List<Integer> goneLines() {
        return gone.stream().map(entry -> entry + 2).toList();
    }
}
