package io.producerbench.cli;

import io.producerbench.compare.HistoryText;
import io.producerbench.compare.RunHistory;
import io.producerbench.failure.UsageException;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.SettingColumn;
import io.producerbench.text.NearestName;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Shows how the rate of a cell changed over the committed runs. Measures nothing. */
@CommandLine.Command(
        name = "history",
        customSynopsis = "./run-bench.sh history [options]%n",
        description = {
            "Show what the committed runs measured in each cell, oldest first. Runs on",
            "another machine, or with another JDK, client or broker version, are listed",
            "separately. Runs of uncommitted code (-dirty) are left out."
        },
        footer = {
            "",
            "Examples:",
            "  ./run-bench.sh history",
            "  ./run-bench.sh history --cell benchmark=MaxRate,acks=all,record_size=1024",
            "",
            "Exit codes: 0 printed, 1 our fault, 2 usage, no such cell or a damaged file, 3",
            "environment."
        })
final class HistoryCommand implements Command {
    private final PrintStream out;

    @Option(
            names = "--cell",
            paramLabel = "COLUMN=VALUE",
            split = ",",
            description = "Only cells with these settings, as benchmark=MaxRate,acks=all,record_size=1024.")
    private List<String> cell = new ArrayList<>();

    @Option(names = "--all", description = "Include runs that are not committed.")
    private boolean all;

    @Option(names = "--results", paramLabel = "DIR", description = "Where the run directories are (default: results).")
    private Path results = Checkout.home().resolve("results");

    HistoryCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public ExitCode run() {
        Map<ColumnKey, String> settings = settings();
        Path directory = results.toAbsolutePath().normalize();
        RunHistory history = RunHistory.of(new RunFinder("history", directory).committed(all))
                .where(settings);
        if (history.series().isEmpty()) {
            throw new UsageException("history: expected a run with that cell in " + RunOptions.display(directory)
                    + ", got none" + (cell.isEmpty() ? "" : " with " + String.join(",", cell))
                    + (all ? "" : "; --all includes runs that are not committed"));
        }
        Command.print(out, HistoryText.of(history));
        out.println("results: " + RunOptions.display(directory));
        return ExitCode.DONE;
    }

    private Map<ColumnKey, String> settings() {
        Map<ColumnKey, String> settings = new LinkedHashMap<>();
        for (String setting : cell) {
            String[] parts = setting.split("=", 2);
            if (parts.length < 2 || !SettingColumn.names().contains(parts[0])) {
                throw new UsageException("history: --cell " + setting
                        + ": expected COLUMN=VALUE with a setting of samples.csv, got '" + setting + "'"
                        + NearestName.of(parts[0], SettingColumn.names())
                                .map(near -> "; did you mean " + near + "=...?")
                                .orElse("; the columns are in results/README.md"));
            }
            settings.put(new ColumnKey(parts[0]), parts[1]);
        }
        return settings;
    }
}
