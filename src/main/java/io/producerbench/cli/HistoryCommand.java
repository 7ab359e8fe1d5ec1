package io.producerbench.cli;

import io.producerbench.compare.HistoryText;
import io.producerbench.compare.RunHistory;
import io.producerbench.failure.UsageException;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.SettingColumn;
import io.producerbench.text.NearestName;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Shows how a cell went over the runs that are in version control. Measures nothing. */
@CommandLine.Command(
        name = "history",
        customSynopsis = "./run-bench.sh history [options]%n",
        description = {
            "What the committed runs measured of each cell, oldest first. Runs on another",
            "machine, or of other versions of JDK, client or brokers, stand apart. Runs of",
            "uncommitted files (-dirty) are left out."
        },
        footer = {"", "Exit codes: 0 printed, 1 our fault, 2 usage or no such cell, 3 a file that cannot be used."})
final class HistoryCommand implements Command {
    private final PrintStream out;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--cell",
            paramLabel = "COLUMN=VALUE",
            split = ",",
            description = "Only cells with these settings, as benchmark=MaxRate,acks=all,record_size=1024.")
    private List<String> cell = new ArrayList<>();

    @Option(names = "--all", description = "Also runs that are not in version control yet.")
    private boolean all;

    @Option(names = "--results", paramLabel = "DIR", description = "Where the run directories are (default: results).")
    private Path results = Checkout.home().resolve("results");

    @Option(names = "--help", usageHelp = true, description = "This text.")
    private boolean help;

    @Unmatched
    private List<String> unknown = new ArrayList<>();

    HistoryCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public ExitCode run() {
        if (!unknown.isEmpty()) {
            throw RunOptions.unknown(unknown.get(0).split("=", 2)[0], spec);
        }
        Map<ColumnKey, String> settings = settings();
        Path directory = results.toAbsolutePath().normalize();
        RunHistory history = new RunFinder("history", directory).history(all).where(settings);
        if (history.series().isEmpty()) {
            throw new UsageException("history: expected a run of such a cell in " + RunOptions.display(directory)
                    + ", got none" + (cell.isEmpty() ? "" : " with " + String.join(",", cell))
                    + (all ? "" : "; --all shows what is not in version control, too"));
        }
        out.writeBytes(HistoryText.of(history).getBytes(StandardCharsets.UTF_8));
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
