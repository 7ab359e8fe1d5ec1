package io.producerbench.cli;

import io.producerbench.Golden;
import io.producerbench.compare.TwoRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Something that a user may give and the program cannot use, and how it answers. {@code DIR} stands
 * for a directory with two sweeps, {@code base} and {@code next}, and the summary of one,
 * {@code sweep}.
 *
 * @param line the arguments, separated by blanks
 * @param damage what is wrong with a file; empty if the arguments are at fault
 * @param message the beginning of the one line on stderr
 */
record BadInput(String line, Optional<Damage> damage, ExitCode exitCode, String message) {
    private static final String HERE = "DIR";

    /**
     * @param file below {@code DIR}
     * @param pattern the part of the file that is replaced
     */
    record Damage(String file, String pattern, String replacement) {}

    static BadInput usage(String line, String message) {
        return new BadInput(line, Optional.empty(), ExitCode.USAGE, message);
    }

    static BadInput file(String line, Damage damage, String message) {
        return new BadInput(line, Optional.of(damage), ExitCode.USAGE, message);
    }

    /** Gives the input to the command line and returns the answer, in which {@code DIR} stands for the directory. */
    Console run(Path directory) throws IOException {
        TwoRuns.base().writeTo(directory.resolve("base"));
        TwoRuns.next().writeTo(directory.resolve("next"));
        Path sweep = Files.createDirectories(directory.resolve("sweep"));
        Files.writeString(
                sweep.resolve("summary.csv"), Files.readString(Golden.file("report/golden/sweep-summary.csv")));
        Files.writeString(sweep.resolve("environment.json"), "{}\n");
        if (damage.isPresent()) {
            Path file = directory.resolve(damage.get().file());
            String whole = Files.readString(file);
            String damaged =
                    whole.replaceFirst(damage.get().pattern(), damage.get().replacement());
            if (damaged.equals(whole)) {
                throw new IllegalStateException(damage.get() + " changes nothing");
            }
            Files.writeString(file, damaged);
        }
        Console console = Console.run(line.replace(HERE, directory.toString()).split(" "));
        return new Console(console.exitCode(), console.out(), console.err().replace(directory.toString(), HERE));
    }
}
