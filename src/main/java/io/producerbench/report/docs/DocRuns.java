package io.producerbench.report.docs;

import io.producerbench.failure.UsageException;
import io.producerbench.report.Source;
import io.producerbench.results.CsvTable;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The runs that the documents are made from, under the names that the markers use.
 *
 * @param home the checkout
 * @param named directories of runs, relative to the checkout
 */
record DocRuns(Path home, Map<String, List<String>> named) {
    static final Path FILE = Path.of("docs", "sources.json");

    /** Reads the names of a checkout. */
    static DocRuns of(Path home) {
        Path file = home.resolve(FILE);
        if (Files.notExists(file)) {
            throw new UsageException("report --docs: expected " + file + ", which names the runs, got none");
        }
        return new DocRuns(
                home,
                RunFile.readJson(file).entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> String.valueOf(entry.getKey()),
                                entry -> ((List<?>) entry.getValue())
                                        .stream().map(String::valueOf).toList())));
    }

    /** Returns the directories that a name stands for. */
    List<RunDirectory> all(String name) {
        return directories(name).stream()
                .map(directory -> new RunDirectory(home.resolve(directory)))
                .toList();
    }

    /** Returns the one run of a name. */
    RunDirectory one(String name) {
        List<RunDirectory> runs = all(name);
        if (runs.size() != 1) {
            throw new UsageException(FILE + ": expected one run as " + name + ", got " + runs.size());
        }
        return runs.get(0);
    }

    /** Returns the summary of a sweep. */
    List<ResultRow> summary(String name) {
        return CsvTable.read(one(name).summary());
    }

    /** Returns the samples of a sweep. */
    List<ResultRow> samples(String name) {
        return CsvTable.read(one(name).samples());
    }

    /** Returns the summary of the trials of all runs of a name; of an experiment that several have, the last's. */
    List<ResultRow> trials(String name) {
        return joined(name, RunDirectory::guaranteesSummary);
    }

    /** Returns the same trials, one row each. */
    List<ResultRow> eachTrial(String name) {
        return joined(name, RunDirectory::guarantees);
    }

    private List<ResultRow> joined(String name, Function<RunDirectory, Path> file) {
        return Source.joined(all(name).stream()
                        .map(run -> new Source(run.path().toString(), CsvTable.read(file.apply(run))))
                        .toList())
                .rows();
    }

    /** Returns the summary of a curve. */
    List<ResultRow> curve(String name) {
        return CsvTable.read(one(name).curveSummary());
    }

    /** Returns the judgements of all duets of a name. */
    List<ResultRow> duets(String name) {
        return all(name).stream()
                .flatMap(run -> CsvTable.read(run.duetSummary()).stream())
                .toList();
    }

    /** Returns the findings of a calibration. */
    List<ResultRow> calibration(String name) {
        return CsvTable.read(one(name).calibration());
    }

    /**
     * Returns a link to each run of a name.
     *
     * @param up the way from the page to the checkout, empty or {@code ../}
     */
    String links(String name, String up) {
        return directories(name).stream()
                .map(directory -> "[" + directory + "](" + up + directory + ")")
                .collect(Collectors.joining(" and "));
    }

    private List<String> directories(String name) {
        List<String> directories = named.get(name);
        if (directories == null) {
            throw new UsageException(FILE + ": expected a run named " + name + ", got "
                    + String.join(", ", named.keySet().stream().sorted().toList()));
        }
        return directories;
    }
}
