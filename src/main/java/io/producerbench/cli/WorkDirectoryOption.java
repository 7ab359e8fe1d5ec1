package io.producerbench.cli;

import io.producerbench.cluster.ClusterKind;
import io.producerbench.environment.WorkDirectory;
import io.producerbench.failure.UsageException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where brokers that a command starts keep their data. */
final class WorkDirectoryOption {
    static final String NAME = "--work-dir";

    private static final String VARIABLE = "TMPDIR";

    @Option(
            names = NAME,
            paramLabel = "DIR",
            description = "Where the brokers' data, logs and scratch files go (default: $TMPDIR, or else /tmp).")
    private Path given;

    /** Returns the directory. Only brokers as processes use it. */
    WorkDirectory of(ClusterKind kind) {
        if (kind == ClusterKind.PROCESSES) {
            return chosen(Optional.ofNullable(given), Optional.ofNullable(System.getenv(VARIABLE)));
        }
        if (given != null) {
            throw new UsageException(NAME + " " + given + ": only brokers as processes keep their data there, got"
                    + " --cluster " + kind.label() + "; leave it out");
        }
        return WorkDirectory.usual();
    }

    static WorkDirectory chosen(Optional<Path> given, Optional<String> variable) {
        if (given.isPresent()) {
            return checked(NAME + " " + given.get(), new WorkDirectory(given.get()));
        }
        Optional<String> named = variable.filter(name -> !name.isBlank());
        return checked(
                VARIABLE + "=" + named.orElse(""),
                named.map(name -> new WorkDirectory(Path.of(name))).orElseGet(WorkDirectory::usual));
    }

    private static WorkDirectory checked(String origin, WorkDirectory directory) {
        directory.problem().ifPresent(problem -> {
            throw new UsageException(origin + ": " + problem + "; the brokers keep their data in " + directory.path()
                    + ", so give " + NAME + " a directory that exists and can be written to");
        });
        return directory;
    }
}
