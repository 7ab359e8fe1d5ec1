package io.producerbench.cli;

import io.producerbench.calibration.discrimination.Discrimination;
import io.producerbench.calibration.discrimination.DiscriminationLine;
import io.producerbench.calibration.discrimination.DiscriminationRequest;
import io.producerbench.calibration.discrimination.DiscriminationTable;
import io.producerbench.calibration.discrimination.DiscriminationText;
import io.producerbench.results.CsvTable;
import io.producerbench.results.RunDirectory;
import io.producerbench.stats.Looks;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code calibrate --discrimination}: measures, has it judged, and says what it proves. */
public final class DiscriminationProof {
    /** With one alarm among so many, at most 1 % is shown at 95 %. */
    static final int COMPARISONS = 473;

    /** With one missed among so many, at least 95 % is shown at 95 %. */
    private static final int PLANTED = 93;

    private static final List<Double> SHARES = List.of(0.05, 0.02);

    private final PrintStream out;
    private final PrintStream err;

    DiscriminationProof(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** A missed target is information about this machine, not a failure. */
    ExitCode run(int comparisons, long seed, Path results) {
        Looks looks = Looks.USUAL;
        DiscriminationRequest request =
                new DiscriminationRequest(planted(comparisons), looks.most(), seed, Checkout.home(), results);
        Discrimination.DiscriminationResult outcome = new Discrimination(request, err::println).run();
        RunDirectory directory = outcome.directory();
        List<DiscriminationLine> lines = DiscriminationTable.of(CsvTable.read(directory.discriminationBlocks()), looks);
        RunDirectory.write(
                directory.discrimination(), DiscriminationText.csv(outcome.run(), outcome.startedAt(), lines));
        // In bytes, as the calibration's table is.
        out.writeBytes(DiscriminationText.of(lines, looks).getBytes(StandardCharsets.UTF_8));
        out.println("results: " + RunOptions.display(directory.path()));
        return ExitCode.DONE;
    }

    /** As many planted ones for each equal one as the proof of all rates has. */
    public static Map<Double, Integer> planted(int comparisons) {
        Map<Double, Integer> planted = new LinkedHashMap<>();
        planted.put(0.0, comparisons);
        int each = Math.max(1, Math.round(comparisons * (float) PLANTED / COMPARISONS));
        SHARES.forEach(share -> planted.put(share, each));
        return planted;
    }
}
