package io.producerbench.results;

import io.producerbench.results.sample.Status;
import io.producerbench.stats.MedianInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a reader must know before the numbers of a sweep: one line for each thing that is true of
 * this run, and none if nothing is. Pure.
 */
public final class Caveats {
    /** Below this share of the machine other programs are not worth a line. */
    private static final double NOTEWORTHY_SHARE = 0.02;

    private static final int MOST_REASONS = 3;

    private final List<ResultRow> samples;
    private final List<ResultRow> summary;
    private final List<String> lines = new ArrayList<>();

    private Caveats(List<ResultRow> samples, List<ResultRow> summary) {
        this.samples = samples;
        this.summary = summary;
    }

    /**
     * @param samples the rows of {@code samples.csv}
     * @param summary the rows of {@code summary.csv}
     */
    public static List<String> of(List<ResultRow> samples, List<ResultRow> summary) {
        Caveats caveats = new Caveats(samples, summary);
        if (!summary.isEmpty()) {
            caveats.missing();
            caveats.takenAgain();
            caveats.most(
                    SampleKeys.OTHERS_CPU_SHARE,
                    "others: programs that are not part of the run used up to %.1f %% of the CPU in a sample that counts");
            caveats.most(
                    SampleKeys.STEAL_SHARE,
                    "steal: the hypervisor kept up to %.1f %% of the cores' time in a sample that counts");
            caveats.drift();
            caveats.cold();
            caveats.fewBlocks();
            caveats.lines.addAll(fewCores(summary.get(0)));
        }
        return List.copyOf(caveats.lines);
    }

    private void missing() {
        long planned = sum(SummaryKeys.BLOCKS);
        long valid = sum(SummaryKeys.VALID);
        if (valid < planned) {
            add("incomplete: %d of %d samples have no OK row, and are left out", planned - valid, planned);
        }
    }

    private void takenAgain() {
        Map<String, Long> reasons = samples.stream()
                .filter(row -> !row.text(SampleKeys.STATUS).equals(Status.OK.name()))
                .filter(row -> row.textIfAny(SampleKeys.STATUS_CAUSE).equals("disturbance"))
                .collect(Collectors.groupingBy(Caveats::reason, TreeMap::new, Collectors.counting()));
        long again = sum(SummaryKeys.TAKEN_AGAIN);
        if (again > 0) {
            add(
                    "taken again: %d %s beside the %d of the plan; why: %s",
                    again,
                    again == 1 ? "sample" : "samples",
                    sum(SummaryKeys.BLOCKS),
                    reasons.entrySet().stream()
                            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                            .limit(MOST_REASONS)
                            .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                            .collect(Collectors.joining("; ")));
        }
    }

    /** The first problem without its numbers, so that equal reasons are counted together. */
    private static String reason(ResultRow row) {
        return row.text(SampleKeys.STATUS_REASON).split("; ")[0].replaceAll("[-+]?\\d[\\d.,]*( %)?", "…");
    }

    /** Tells the largest share that a sample has which counts, if it is worth a line. */
    private void most(ColumnKey share, String line) {
        double most = samples.stream()
                .filter(row -> row.text(SampleKeys.STATUS).equals(Status.OK.name()))
                .filter(row -> row.has(share))
                .flatMapToDouble(row -> row.amount(share).stream())
                .max()
                .orElse(0);
        if (most >= NOTEWORTHY_SHARE) {
            add(line, 100 * most);
        }
    }

    private void drift() {
        ResultRow first = summary.get(0);
        if (first.textIfAny(SummaryKeys.DRIFT).equals("true")) {
            add(
                    "drift: rates changed by %+.1f %% over the run",
                    100
                            * first.number(SummaryKeys.DRIFT_SHARE)
                                    .orElseThrow(() -> first.wrong(SummaryKeys.DRIFT_SHARE, "a share")));
        }
    }

    private void cold() {
        if (summary.stream().anyMatch(row -> row.textIfAny(SampleKeys.COLD).equals("true"))) {
            add("cold: the brokers were still compiling when the first block began");
        }
    }

    private void fewBlocks() {
        long most = summary.stream()
                .mapToLong(row -> row.requireCount(SummaryKeys.BLOCKS))
                .max()
                .orElseThrow();
        if (most < MedianInterval.FEWEST) {
            add(
                    "%s no interval: a 95 %% interval needs %d blocks",
                    most == 1 ? "one block gives" : most + " blocks give", MedianInterval.FEWEST);
        }
    }

    /**
     * Returns a line if the machine of a run has too few cores for absolute rates, otherwise none.
     *
     * @param row any row of the run
     */
    public static List<String> fewCores(ResultRow row) {
        boolean isStub = row.textIfAny(RunKeys.CLUSTER_KIND).equals("stub");
        return row.textIfAny(RunKeys.CAPACITY_VALID).equals("false") && !isStub
                ? List.of("few cores: client and brokers share " + row.text(RunKeys.CORES)
                        + " cores, so compare settings and do not read the rates as capacity")
                : List.of();
    }

    private long sum(ColumnKey column) {
        return summary.stream()
                .filter(row -> row.has(column))
                .flatMapToLong(row -> row.count(column).stream())
                .sum();
    }

    private void add(String format, Object... arguments) {
        lines.add(String.format(Locale.ROOT, format, arguments));
    }
}
