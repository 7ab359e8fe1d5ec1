package io.producerbench.report.docs;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Mode;
import io.producerbench.report.ModeOfRow;
import io.producerbench.report.docs.DocPage.Marker;
import io.producerbench.results.Acks1Ratios;
import io.producerbench.results.RelativeMetric;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.stats.Interval;
import io.producerbench.stats.PairedRatio;
import io.producerbench.text.Figures;
import io.producerbench.text.Table;
import io.producerbench.text.Texts;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to choose: the modes on a topic with {@code min.insync.replicas=2}, records of 1,024 bytes.
 */
record Recommendation(CostTables costs, Faults faults) {
    private static final int MINIMUM = 2;
    private static final int RECORD_SIZE = 1024;
    private static final int WIDTH = 118;

    /** A sweep, and the runs of the guarantees. */
    static Recommendation of(DocRuns runs, Marker marker) {
        return new Recommendation(
                CostTables.of(runs, marker.run(0), RECORD_SIZE), new Faults(runs.trials(marker.run(1))));
    }

    String table() {
        Table table = Table.of(
                "mode",
                "rate, × acks=1:",
                "ack p99 ms at 2,000/s:",
                "lost: leader killed:",
                "stored twice: answer lost:",
                "out of order: requests lost:");
        for (Mode mode : Mode.values()) {
            table.add(
                    mode.label(),
                    row(mode, RelativeMetric.RATE)
                            .map(row -> DocCells.ratio(row, ratios(), RelativeMetric.RATE))
                            .orElse(""),
                    p99(mode),
                    rate(Faults.LEADER_KILLED, mode, Anomaly.LOST),
                    rate(Faults.ANSWER_LOST, mode, Anomaly.DUPLICATED),
                    rate(Faults.REQUESTS_LOST, mode, Anomaly.REORDERED));
        }
        return table.markdown();
    }

    /** Returns three sentences: what to use, what it costs, and what it buys and how sure that is. */
    String advice() {
        return bullets(Stream.of(
                "**Use** `acks=all` with `enable.idempotence=true` (the producer's defaults) on topics with three"
                        + " replicas and `min.insync.replicas=2`.",
                "**It costs**: " + cost(Mode.IDEMPOTENT) + ".",
                "**It buys**: when a leader was killed before its followers had copied, an acknowledged record was lost in "
                        + lost(Mode.IDEMPOTENT) + "; with `acks=all` alone in " + lost(Mode.ACKS_ALL)
                        + ", with `acks=1` in " + lost(Mode.ACKS_1) + "."));
    }

    /** Returns what idempotence costs and adds. */
    String idempotence() {
        return bullets(Stream.of("**Idempotence** " + idempotenceCost()
                + ". When the answer to a request was lost, records"
                + " were stored twice in " + rate(Faults.ANSWER_LOST, Mode.IDEMPOTENT, Anomaly.DUPLICATED)
                + " instead of " + rate(Faults.ANSWER_LOST, Mode.ACKS_ALL, Anomaly.DUPLICATED)
                + "; when requests in flight were lost, they were out of order in "
                + rate(Faults.REQUESTS_LOST, Mode.IDEMPOTENT, Anomaly.REORDERED) + " instead of "
                + rate(Faults.REQUESTS_LOST, Mode.ACKS_ALL, Anomaly.REORDERED)
                + "; and after the leader's death in " + rate(Faults.LEADER_KILLED, Mode.IDEMPOTENT, Anomaly.REORDERED)
                + " instead of " + rate(Faults.LEADER_KILLED, Mode.ACKS_ALL, Anomaly.REORDERED) + "."));
    }

    String findings() {
        return advice()
                + idempotence()
                + bullets(Stream.of(
                        "**Transactions** are for all or nothing, and dear. With 1,000 records a transaction they have "
                                + cost(Mode.TRANSACTIONAL) + "; and a record can be read only after its commit.",
                        "**A minimum of 1 or 3** differs from 2 only while a replica is not in sync: with 1 a record is"
                                + " acknowledged that one broker alone has; with 3 every record with `acks=all` is"
                                + " refused."));
    }

    private static String bullets(Stream<String> sentences) {
        return sentences
                .map(sentence -> String.join("\n  ", Texts.wrap("- " + sentence, WIDTH)) + "\n")
                .collect(Collectors.joining());
    }

    private String lost(Mode mode) {
        return rate(Faults.LEADER_KILLED, mode, Anomaly.LOST);
    }

    /** Says nothing of a difference if the interval holds 1. */
    private String idempotenceCost() {
        Optional<PairedRatio> ratio = row(Mode.IDEMPOTENT, RelativeMetric.RATE)
                .flatMap(row -> row(Mode.ACKS_ALL, RelativeMetric.RATE).flatMap(base -> costs.relative(row, base)));
        Optional<Interval> interval = ratio.flatMap(PairedRatio::interval);
        if (interval.isEmpty()) {
            return "was measured in too few blocks to say what it costs beside `acks=all`";
        }
        boolean isShown = interval.get().low() > 1 || interval.get().high() < 1;
        return (isShown ? "has " : "cannot be told from `acks=all` by its rate: ") + DocCells.ratio(ratio.get())
                + " of that of `acks=all` alone";
    }

    private String cost(Mode mode) {
        return ratio(mode, RelativeMetric.RATE)
                        .map(ratio -> DocCells.ratio(ratio) + " of the rate of `acks=1`")
                        .orElse("a rate that was not measured beside `acks=1`")
                + ratio(mode, RelativeMetric.ACK_P99)
                        .map(ratio -> ", and " + DocCells.ratio(ratio) + " times its p99: " + p99(mode)
                                + " ms instead of " + p99(Mode.ACKS_1) + " ms, at 2,000 records/s")
                        .orElse("");
    }

    private String rate(String experiment, Mode mode, Anomaly anomaly) {
        return faults.rate(experiment, mode, MINIMUM, anomaly)
                .map(DocCells::trials)
                .orElse("");
    }

    private String p99(Mode mode) {
        return row(mode, RelativeMetric.ACK_P99)
                .map(row -> DocCells.interval(row, SampleKeys.ACK_P99_US, Figures::millis))
                .orElse("");
    }

    private Optional<PairedRatio> ratio(Mode mode, RelativeMetric metric) {
        return row(mode, metric).flatMap(row -> ratios().of(row, metric));
    }

    private Acks1Ratios ratios() {
        return costs.ratios();
    }

    /** A mode that does not ask for a minimum counts at any. */
    private Optional<ResultRow> row(Mode mode, RelativeMetric metric) {
        return costs.of(metric.benchmark())
                .filter(row -> ModeOfRow.of(row) == mode)
                .filter(row -> !mode.consultsMinInsyncReplicas()
                        || row.requireInt(ScenarioKeys.MIN_INSYNC_REPLICAS) == MINIMUM)
                .findFirst();
    }
}
