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

/** Whose files an export writes. */
public enum ExportFormat {
    BENCHSTAT {
        @Override
        public Map<String, String> files(List<RunSamples> runs, Path directory) {
            Map<String, String> files = new LinkedHashMap<>();
            runs.forEach(run -> files.put(fileName(run) + ".txt", BenchstatExport.of(run)));
            return files;
        }
    },
    OTAVA {
        @Override
        public Map<String, String> files(List<RunSamples> runs, Path directory) {
            return OtavaExport.of(RunHistory.of(runs), directory);
        }
    },
    GITHUB_ACTION {
        @Override
        public Map<String, String> files(List<RunSamples> runs, Path directory) {
            Map<String, String> files = new LinkedHashMap<>();
            runs.forEach(run -> {
                files.put(fileName(run) + "-customBiggerIsBetter.json", GithubActionExport.of(run, Direction.HIGHER));
                files.put(fileName(run) + "-customSmallerIsBetter.json", GithubActionExport.of(run, Direction.LOWER));
            });
            return files;
        }
    },
    JMH {
        @Override
        public Map<String, String> files(List<RunSamples> runs, Path directory) {
            Map<String, String> files = new LinkedHashMap<>();
            runs.forEach(run -> files.put(fileName(run) + ".json", JmhExport.of(run)));
            return files;
        }
    };

    /** Texts by file name. */
    public abstract Map<String, String> files(List<RunSamples> runs, Path directory);

    /** As on the command line. */
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

    /** The run's id, as far as a file can be called that. */
    private static String fileName(RunSamples run) {
        return run.distinct(RunKeys.RUN_ID).replaceAll("[^A-Za-z0-9-]", "_");
    }
}
