package io.producerbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Committed runs for tests of plans, and copies in which something is different. */
final class PlannedRuns {
    static final Path SWEEP = Path.of("results/20261126T204045Z-3ea4eaf");
    static final Path WITH_A_BROKER_DOWN = Path.of("results/20261126T152449Z-a5f89e1");
    static final Path GUARANTEES = Path.of("results/20261126T175403Z-679da71");

    private PlannedRuns() {}

    /** A copy of the committed sweep as a machine of six cores would have given it. */
    static Path onALargeMachine(Path directory) throws IOException {
        Path copy = Files.createDirectories(directory.resolve("large"));
        for (String file : List.of("summary.csv", "samples.csv")) {
            Files.writeString(
                    copy.resolve(file),
                    Files.readString(SWEEP.resolve(file)).replaceAll("(,AMD EPYC,\\d+),false,", "$1,true,"));
        }
        return copy;
    }

    /** The same without the brokers' CPU time, as an existing cluster gives it. */
    static Path onAnExistingCluster(Path directory) throws IOException {
        Path summary = onALargeMachine(directory).resolve("summary.csv");
        List<String> lines = Files.readAllLines(summary);
        List<String> header = List.of(lines.get(0).split(","));
        // Only the last column has quotes.
        Files.writeString(
                summary,
                lines.stream()
                        .map(line -> line.equals(lines.get(0)) ? line : withoutBrokerCpu(line, header))
                        .collect(Collectors.joining("\n", "", "\n")));
        return summary.getParent();
    }

    private static String withoutBrokerCpu(String line, List<String> header) {
        String[] cells = line.split(",", header.size());
        for (int column = 0; column < cells.length; column++) {
            if (header.get(column).startsWith("broker_cpu_us")) {
                cells[column] = "";
            }
        }
        return String.join(",", cells);
    }
}
