package io.producerbench.report.docs;

import io.producerbench.failure.UsageException;
import io.producerbench.report.LagLoss;
import io.producerbench.report.docs.DocPage.Marker;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the generated parts of the documents anew. */
public final class Docs {
    private static final List<Path> PAGES = Stream.of(
                    "README.md",
                    "benchmarks.md",
                    "docs/small-records.md",
                    "docs/broker-down.md",
                    "docs/visibility.md",
                    "docs/duet.md")
            .map(Path::of)
            .toList();
    private static final Path FILES = Path.of("docs", "files");
    private static final String COLUMNS = "columns ";

    /** Parts of README, which names their runs in its own sentences. */
    private static final Set<String> QUOTED = Set.of("advice", "modes", "idempotence");

    private static final Map<String, BiFunction<DocRuns, Marker, String>> TABLES = tables();

    private Docs() {}

    /**
     * The columns of a file.
     *
     * @param names in order
     * @param words a line for each column, or for several that say the same
     */
    public record FileColumns(List<String> names, String words) {}

    private static Map<String, BiFunction<DocRuns, Marker, String>> tables() {
        Map<String, BiFunction<DocRuns, Marker, String>> tables = new LinkedHashMap<>();
        tables.put("advice", (runs, marker) -> Recommendation.of(runs, marker).advice());
        tables.put("modes", (runs, marker) -> Recommendation.of(runs, marker).table());
        tables.put(
                "idempotence", (runs, marker) -> Recommendation.of(runs, marker).idempotence());
        tables.put("findings", (runs, marker) -> Recommendation.of(runs, marker).findings());
        tables.put("controls", (runs, marker) -> ControlsTable.of(runs.summary(marker.run(0))));
        tables.put(
                "rates 1024",
                (runs, marker) -> CostTables.of(runs, marker.run(0), 1024).rates());
        tables.put(
                "rates 100",
                (runs, marker) -> CostTables.of(runs, marker.run(0), 100).rates());
        tables.put(
                "latencies 1024",
                (runs, marker) -> CostTables.of(runs, marker.run(0), 1024).latencies());
        tables.put(
                "latencies 100",
                (runs, marker) -> CostTables.of(runs, marker.run(0), 100).latencies());
        tables.put("broker down", (runs, marker) -> BrokerDownTable.of(runs.summary(marker.run(0))));
        tables.put("faults", (runs, marker) -> FaultsTable.of(new Faults(runs.trials(marker.run(0)))));
        tables.put(
                "lag",
                (runs, marker) -> LagTable.of(LagLoss.of(
                        runs.trials(marker.run(0)), runs.eachTrial(marker.run(0)), runs.summary(marker.run(1)))));
        tables.put("curve", (runs, marker) -> CurveTable.of(runs.curve(marker.run(0))));
        tables.put("duets", (runs, marker) -> DuetTable.of(runs.duets(marker.run(0))));
        tables.put("visible", (runs, marker) -> VisibleTable.of(runs.summary(marker.run(0))));
        tables.put("waits", (runs, marker) -> WaitTable.of(runs.summary(marker.run(0))));
        tables.put("four ways", (runs, marker) -> NaiveTables.fourWays(runs.calibration(marker.run(0))));
        tables.put("stall", (runs, marker) -> NaiveTables.stall(runs.calibration(marker.run(0))));
        return tables;
    }

    /**
     * Returns every page of a checkout as it must be, by its file.
     *
     * @param columns of the files of a run, by the file's name
     */
    public static Map<Path, String> of(Path home, Map<String, FileColumns> columns) {
        DocRuns runs = DocRuns.of(home);
        Map<Path, String> pages = new LinkedHashMap<>();
        for (Path page : pages(home)) {
            pages.put(page, filled(page, new Filling(runs, columns, up(home, page))));
        }
        return pages;
    }

    /** Returns the one run that {@code docs/sources.json} names so. */
    public static RunDirectory run(Path home, String name) {
        return DocRuns.of(home).one(name);
    }

    private static List<Path> pages(Path home) {
        List<Path> pages = new ArrayList<>();
        PAGES.forEach(page -> pages.add(home.resolve(page)));
        if (Files.isDirectory(home.resolve(FILES))) {
            try (Stream<Path> files = Files.list(home.resolve(FILES))) {
                files.sorted().forEach(pages::add);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + home.resolve(FILES), e);
            }
        }
        return pages;
    }

    /** Writes the pages that differ from their files. Returns these. */
    public static List<Path> write(Map<Path, String> pages) {
        List<Path> changed = pages.entrySet().stream()
                .filter(page ->
                        Files.notExists(page.getKey()) || !read(page.getKey()).equals(page.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        for (Path page : changed) {
            try {
                Files.createDirectories(page.getParent());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot create " + page.getParent(), e);
            }
            RunFile.write(page, pages.get(page));
        }
        return changed;
    }

    /** Returns the way from a page to the checkout. */
    private static String up(Path home, Path page) {
        return "../".repeat(home.relativize(page).getNameCount() - 1);
    }

    /** What a page is filled from. */
    private record Filling(DocRuns runs, Map<String, FileColumns> columns, String up) {}

    private static String filled(Path page, Filling from) {
        return DocPage.filled(
                read(page), marker -> table(from, marker), marker -> from.runs().links(marker.name(), from.up()));
    }

    private static String table(Filling from, Marker marker) {
        if (marker.name().startsWith(COLUMNS)) {
            String file = marker.name().substring(COLUMNS.length());
            FileColumns known = from.columns().get(file);
            if (known == null) {
                throw new UsageException(
                        "table: expected columns of one of " + from.columns().keySet() + ", got " + file);
            }
            return ColumnTable.of(file, known.names(), known.words().lines().toList());
        }
        BiFunction<DocRuns, Marker, String> table = TABLES.get(marker.name());
        if (table == null) {
            throw new UsageException(
                    "table: expected one of " + String.join(", ", TABLES.keySet()) + ", got '" + marker.name() + "'");
        }
        String source = QUOTED.contains(marker.name()) ? "" : "\n" + source(from, marker);
        return table.apply(from.runs(), marker) + source;
    }

    /** Returns the line below a table that names its runs, one for each name. */
    private static String source(Filling from, Marker marker) {
        return "Source: "
                + marker.runs().stream()
                        .map(name -> from.runs().links(name, from.up()))
                        .collect(Collectors.joining(", "))
                + "\n";
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + page, e);
        }
    }
}
