package io.producerbench.report.picture;

import io.producerbench.results.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The runs that are kept in the repository, of every schema version so far. */
final class RecordedRuns {
    static final RunDirectory SWEEP_OF_SCHEMA_1 = run("20261123T175054Z-0dbaf3b");
    static final RunDirectory SWEEP = run("20261126T204045Z-3ea4eaf");
    static final RunDirectory BROKER_DOWN = run("20261126T152449Z-a5f89e1");
    static final RunDirectory GUARANTEES = run("20261126T140301Z-7a56c16");
    static final RunDirectory DUET = run("20261126T214634Z-4d0389c");
    static final RunDirectory CALIBRATION = run("20261126T212054Z-3ea4eaf");

    private RecordedRuns() {}

    private static RunDirectory run(String id) {
        return new RunDirectory(Path.of("results", id));
    }

    static List<RunDirectory> all() {
        try (Stream<Path> runs = Files.list(Path.of("results"))) {
            return runs.filter(Files::isDirectory)
                    .sorted()
                    .map(RunDirectory::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Picture picture(RunDirectory run, String name) {
        return Pictures.of(run, List.of()).stream()
                .filter(picture -> picture.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("expected a picture " + name));
    }
}
