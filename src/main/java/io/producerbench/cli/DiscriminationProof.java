package io.producerbench.cli;

import io.producerbench.calibration.discrimination.Discrimination;
import io.producerbench.calibration.discrimination.DiscriminationLine;
import io.producerbench.calibration.discrimination.DiscriminationRequest;
import io.producerbench.calibration.discrimination.DiscriminationTable;
import io.producerbench.calibration.discrimination.DiscriminationText;
import io.producerbench.results.CsvTable;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import io.producerbench.run.RunGuard;
import io.producerbench.stats.Looks;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs {@code calibrate --discrimination}: measures, judges, and prints what that proves. */
public final class DiscriminationProof {
    /** One false alarm among so many shows, at 95 % confidence, a rate of at most 1 %. */
    static final int COMPARISONS = 473;

    /**
     * One missed slowdown among so many shows, at 95 % confidence, a rate found of at least 95 %.
     */
    private static final int PLANTED = 93;

    private static final List<Double> SHARES = List.of(0.05, 0.02);

    private final PrintStream out;
    private final PrintStream err;
    private final RunGuard guard;

    DiscriminationProof(PrintStream out, PrintStream err, RunGuard guard) {
        this.out = out;
        this.err = err;
        this.guard = guard;
    }

    /**
     * Returns {@code DONE} even if a target is missed, because that is information about this
     * machine.
     */
    ExitCode run(int comparisons, long seed, Path results) {
        Looks looks = Looks.USUAL;
        DiscriminationRequest request =
                new DiscriminationRequest(planted(comparisons), looks.most(), seed, Checkout.home(), results);
        guard.run(new Discrimination(request, guard)::run, outcome -> tell(outcome, looks));
        return ExitCode.DONE;
    }

    private void tell(Discrimination.DiscriminationResult outcome, Looks looks) {
        RunDirectory directory = outcome.directory();
        List<DiscriminationLine> lines = DiscriminationTable.of(CsvTable.read(directory.discriminationBlocks()), looks);
        RunFile.write(directory.discrimination(), DiscriminationText.csv(outcome.run(), outcome.startedAt(), lines));
        Command.print(out, DiscriminationText.of(lines, looks));
        ReportFiles.atEnd(directory.path(), err);
        guard.results(directory.path());
    }

    /**
     * Returns how many pairs have each slowdown, in the proportion of the full proof, for this many
     * equal pairs.
     */
    public static Map<Double, Integer> planted(int comparisons) {
        Map<Double, Integer> planted = new LinkedHashMap<>();
        planted.put(0.0, comparisons);
        int each = Math.max(1, Math.round(comparisons * (float) PLANTED / COMPARISONS));
        SHARES.forEach(share -> planted.put(share, each));
        return planted;
    }
}
