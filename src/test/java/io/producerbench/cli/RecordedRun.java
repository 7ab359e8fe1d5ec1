package io.producerbench.cli;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultFile;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What must hold of the directory of any complete run, however fast or slow anything was. A row may
 * be INVALID, as a busy host may cause, but not FAILED.
 */
final class RecordedRun {
    private final RunDirectory run;
    private final List<String> complaints = new ArrayList<>();

    private RecordedRun(RunDirectory run) {
        this.run = run;
    }

    /** Returns what is wrong with a sweep that should have so many rows; empty if nothing is. */
    static List<String> ofSweep(Path directory, int rows) {
        return new RecordedRun(new RunDirectory(directory)).sweep(rows);
    }

    /**
     * Returns what is wrong with a calibration that should have so many arms; empty if nothing is.
     */
    static List<String> ofCalibration(Path directory, int arms) {
        return new RecordedRun(new RunDirectory(directory)).calibration(arms);
    }

    /**
     * Returns what is wrong with a run of the guarantees that should have so many cells; empty if
     * nothing is.
     */
    static List<String> ofGuarantees(Path directory, int cells) {
        return new RecordedRun(new RunDirectory(directory)).guarantees(cells);
    }

    /** Returns the same for a run of whichever kind the directory holds. */
    static List<String> ofAny(Path directory, int count) {
        RunDirectory run = new RunDirectory(directory);
        if (Files.exists(run.samples())) {
            return ofSweep(directory, count);
        }
        if (Files.exists(run.calibrationSamples())) {
            return ofCalibration(directory, count);
        }
        if (Files.exists(run.guarantees())) {
            return ofGuarantees(directory, count);
        }
        return List.of("expected a run of a sweep, a calibration or the guarantees in " + directory + ", got none");
    }

    private List<String> sweep(int expected) {
        if (!haveAll(run.samples(), run.summary(), run.jmhResult(), run.environment(), run.plan())) {
            return complaints;
        }
        List<ResultRow> rows = ResultFile.read(run.samples());
        Map<String, String> planned = planned();
        Map<String, ResultRow> last = new LinkedHashMap<>();
        for (ResultRow row : rows) {
            String position = row.text(new ColumnKey("block")) + "/" + row.text(new ColumnKey("order_in_block"));
            ResultRow before = last.put(position, row);
            if (!planned.containsKey(position) || attempt(row) != (before == null ? 1 : attempt(before) + 1)) {
                complain("expected each attempt at a planned sample once, in order, got", row);
            }
        }
        requireCount("samples", expected, last.size());
        requireCount("planned samples", planned.size(), last.size());
        last.forEach((position, row) -> requireSample(row, planned.get(position)));
        return complaints;
    }

    /** Files of the second schema and before have one attempt each. */
    private static int attempt(ResultRow row) {
        String attempt = row.textIfAny(new ColumnKey("attempt"));
        return attempt.isEmpty() ? 1 : Integer.parseInt(attempt);
    }

    /** Returns the histogram log of each planned sample, by its place in the plan. */
    private Map<String, String> planned() {
        Map<String, String> planned = new HashMap<>();
        Map<?, ?> order = (Map<?, ?>) RunFile.readJson(run.plan()).get("order");
        order.forEach((block, scenarios) -> {
            int place = 0;
            for (Object scenario : (List<?>) scenarios) {
                place++;
                String log = String.format(
                        Locale.ROOT, "block-%02d-%s.hlog", Integer.parseInt(String.valueOf(block)), scenario);
                planned.put(block + "/" + place, log);
            }
        });
        return planned;
    }

    /** @param first the histogram log of the first attempt */
    private void requireSample(ResultRow row, String first) {
        String histogramLog = attempt(row) == 1 ? first : first.replace(".hlog", "-attempt-" + attempt(row) + ".hlog");
        if (row.text(new ColumnKey("status")).equals("FAILED")) {
            complain("expected no FAILED row, got", row);
        }
        if (!row.text(new ColumnKey("status")).equals("OK")) {
            return;
        }
        boolean confirmed = !row.text(new ColumnKey("acks")).equals("0");
        if (confirmed && !row.text(new ColumnKey("acknowledged")).equals(row.text(new ColumnKey("log_end_delta")))) {
            complain("expected acknowledged and log_end_delta to be equal, got", row);
        }
        if (confirmed && row.text(new ColumnKey("acknowledged")).isEmpty()) {
            complain("expected a count of acknowledged records, got", row);
        }
        // A refusal has no latency of acknowledged records.
        if (row.text(new ColumnKey("benchmark")).equals("Refusal")) {
            return;
        }
        if (!row.text(new ColumnKey("histogram_file")).equals(histogramLog)
                || isEmpty(run.path().resolve("histograms").resolve(histogramLog))) {
            complain("expected the histogram log " + histogramLog + ", got", row);
        }
    }

    private List<String> calibration(int expected) {
        if (!haveAll(run.calibration(), run.calibrationSamples(), run.environment())) {
            return complaints;
        }
        List<ResultRow> samples = ResultFile.read(run.calibrationSamples());
        requireCount("arms", expected, samples.size());
        samples.stream()
                .filter(row -> !row.text(new ColumnKey("status")).equals("OK"))
                .forEach(row -> complain("expected every arm to be OK, got", row));
        List<ResultRow> counts = ResultFile.read(run.calibration()).stream()
                .filter(row -> row.text(new ColumnKey("goal")).equals("G4")
                        && row.text(new ColumnKey("unit")).equals("records"))
                .toList();
        if (counts.isEmpty()) {
            complaints.add("expected rows of G4 in records, got none");
        }
        counts.stream()
                .filter(row -> !row.text(new ColumnKey("mark")).equals("PASS"))
                .forEach(row -> complain("expected counts that agree with the log's, got", row));
        return complaints;
    }

    private List<String> guarantees(int expected) {
        if (!haveAll(run.guarantees(), run.guaranteesSummary(), run.settings(), run.environment())) {
            return complaints;
        }
        List<ResultRow> trials = ResultFile.read(run.guarantees());
        Set<String> good = new HashSet<>();
        for (ResultRow trial : trials) {
            if (trial.text(new ColumnKey("as_expected")).equals("false")) {
                complain("expected trials that come out as they must, got", trial);
            }
            if (trial.text(new ColumnKey("as_expected")).equals("true")) {
                good.add(cell(trial));
            }
        }
        trials.stream()
                .filter(trial -> !good.contains(cell(trial)))
                .forEach(trial -> complain("expected a trial of the cell that tells something, got", trial));
        requireCount("cells that came out as they must", expected, good.size());
        return complaints;
    }

    private static String cell(ResultRow trial) {
        return String.join(
                " ",
                trial.text(new ColumnKey("experiment")),
                trial.text(new ColumnKey("variant")),
                trial.text(new ColumnKey("mode")),
                trial.text(new ColumnKey("min_insync_replicas")));
    }

    private boolean haveAll(Path... files) {
        for (Path file : files) {
            if (isEmpty(file)) {
                complaints.add("expected a file that is not empty: " + file);
            }
        }
        return complaints.isEmpty();
    }

    private static boolean isEmpty(Path file) {
        try {
            return !Files.isRegularFile(file) || Files.size(file) == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireCount(String what, int expected, int got) {
        if (got != expected) {
            complaints.add("expected " + expected + " " + what + ", got " + got);
        }
    }

    private void complain(String what, ResultRow row) {
        complaints.add(what + " line " + row.line() + " of " + row.file());
    }
}
