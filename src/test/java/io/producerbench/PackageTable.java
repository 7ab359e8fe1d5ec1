package io.producerbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of packages in {@code docs/architecture.md}.
 *
 * @param uses the packages that each package may use, by short names such as {@code cluster.docker}
 */
record PackageTable(SortedMap<String, SortedSet<String>> uses) {
    static final Path PAGE = Path.of("docs/architecture.md");

    /** A row: the package, what it is for, what it may use. */
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z.]+)` \\| [^|]+ \\| ([^|]*) \\|$", Pattern.MULTILINE);

    static PackageTable read() {
        try {
            return of(Files.readString(PAGE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PackageTable of(String page) {
        SortedMap<String, SortedSet<String>> uses = new TreeMap<>();
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            uses.put(row.group(1), names(row.group(2)));
        }
        return new PackageTable(uses);
    }

    private static SortedSet<String> names(String cell) {
        SortedSet<String> names = new TreeSet<>(Arrays.asList(cell.split("[, ]+")));
        names.remove("–");
        return names;
    }

    SortedSet<String> packages() {
        return new TreeSet<>(uses.keySet());
    }

    /** Each as {@code from -> to}. */
    SortedSet<String> allowed() {
        SortedSet<String> edges = new TreeSet<>();
        uses.forEach((from, each) -> each.forEach(to -> edges.add(from + " -> " + to)));
        return edges;
    }
}
