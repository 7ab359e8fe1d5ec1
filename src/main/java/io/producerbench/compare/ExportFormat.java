package io.producerbench.compare;

import io.producerbench.results.RunKeys;
import io.producerbench.stats.Direction;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The format of an export, and the files it consists of. */
public enum ExportFormat {
    BENCHSTAT(forEachRun(run -> Map.of(".txt", BenchstatExport.of(run)))),
    OTAVA((runs, directory) -> OtavaExport.of(RunHistory.of(runs), directory)),
    GITHUB_ACTION(forEachRun(run -> Map.of(
            "-customBiggerIsBetter.json", GithubActionExport.of(run, Direction.HIGHER),
            "-customSmallerIsBetter.json", GithubActionExport.of(run, Direction.LOWER)))),
    JMH((runs, directory) -> named(JmhExport.of(runs), ".json"));

    private final BiFunction<List<RunSamples>, Path, Map<String, String>> files;

    ExportFormat(BiFunction<List<RunSamples>, Path, Map<String, String>> files) {
        this.files = files;
    }

    /**
     * Returns the text of each file by its name.
     *
     * @param directory the directory that the files will be in
     */
    public Map<String, String> files(List<RunSamples> runs, Path directory) {
        return files.apply(runs, directory);
    }

    /** Returns the format's name on the command line. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ExportFormat> of(String option) {
        return Arrays.stream(values())
                .filter(format -> format.option().equals(option))
                .findFirst();
    }

    public static List<String> options() {
        return Arrays.stream(values()).map(ExportFormat::option).toList();
    }

    /** @param texts gives the texts of one run, by the end of the file name */
    private static BiFunction<List<RunSamples>, Path, Map<String, String>> forEachRun(
            Function<RunSamples, Map<String, String>> texts) {
        return (runs, directory) -> {
            Map<String, String> files = new LinkedHashMap<>();
            runs.forEach(run -> texts.apply(run).forEach((end, text) -> files.put(fileName(run) + end, text)));
            return files;
        };
    }

    private static Map<String, String> named(Map<RunSamples, String> texts, String end) {
        Map<String, String> files = new LinkedHashMap<>();
        texts.forEach((run, text) -> files.put(fileName(run) + end, text));
        return files;
    }

    /** Returns the run's id without the characters that a file name cannot have. */
    private static String fileName(RunSamples run) {
        return run.distinct(RunKeys.RUN_ID).replaceAll("[^A-Za-z0-9-]", "_");
    }
}
