package io.producerbench.plan;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Mode;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SummaryKeys;
import io.producerbench.results.TrialKeys;
import io.producerbench.results.trials.CountedAnomalies;
import io.producerbench.text.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What trials say about a mode, in words: of one experiment for each of loss, duplicates and order,
 * and of how much is acknowledged before it is on all replicas.
 *
 * @param rows of guarantees-summary.csv; of equal cells the first counts
 */
record TriedGuarantees(List<ResultRow> rows) {
    static final String NONE = "not tried; ./run-bench.sh guarantees tries it";

    /** Of the topics of all trials. */
    private static final int REPLICAS = 3;

    private static final Map<String, String> EXPERIMENTS = experiments();

    private static Map<String, String> experiments() {
        Map<String, String> experiments = new LinkedHashMap<>();
        experiments.put("C5", "leader killed before its followers copied");
        experiments.put("C10", "answer lost");
        experiments.put("C14", "requests in flight lost");
        return experiments;
    }

    /** Returns how often what happened, with the bound of its rate. */
    String words(Mode mode, PlannedTopic topic) {
        if (topic.replicationFactor() != REPLICAS) {
            return untried(topic);
        }
        int minInsyncReplicas = topic.minInsyncReplicas();
        List<String> parts = new ArrayList<>();
        EXPERIMENTS.forEach((experiment, fault) -> cell(mode, minInsyncReplicas, experiment, "")
                .ifPresent(row -> parts.add(
                        what(row) + " " + row.text(SummaryKeys.BOUND) + " (" + experiment + ", " + fault + ")")));
        return parts.isEmpty() ? NONE : String.join("; ", parts);
    }

    /**
     * Returns the records that are acknowledged and not yet on all in-sync replicas, as a death of
     * the leader shows them.
     */
    String exposure(Mode mode, PlannedTopic topic) {
        if (topic.replicationFactor() != REPLICAS) {
            return untried(topic);
        }
        int minInsyncReplicas = topic.minInsyncReplicas();
        if (mode.consultsMinInsyncReplicas()) {
            return "none: acknowledged once all in-sync replicas have it";
        }
        if (mode == Mode.ACKS_0) {
            return "all: nothing is acknowledged";
        }
        return cell(mode, minInsyncReplicas, "C5d", "0 ms late")
                .map(row -> "lost " + row.text(SummaryKeys.BOUND) + typically(row) + " (C5d, leader killed, "
                        + row.text(TrialKeys.VARIANT) + ")")
                .orElse(NONE);
    }

    private static String untried(PlannedTopic topic) {
        return "not tried with " + topic.replicationFactor()
                + (topic.replicationFactor() == 1 ? " replica" : " replicas") + ": each trial has " + REPLICAS;
    }

    private static String typically(ResultRow row) {
        OptionalDouble lost = row.amount(TrialKeys.LOST.median());
        return lost.isPresent() ? ", typically " + Figures.half(lost.getAsDouble()) + " records" : "";
    }

    private Optional<ResultRow> cell(Mode mode, int minInsyncReplicas, String experiment, String variant) {
        return rows.stream()
                .filter(row -> row.text(TrialKeys.EXPERIMENT).equals(experiment))
                .filter(row -> row.text(TrialKeys.VARIANT).startsWith(variant))
                .filter(row -> row.text(TrialKeys.MODE).equals(mode.label()))
                .filter(row -> !row.text(SummaryKeys.BOUND).isEmpty())
                .filter(row -> !mode.consultsMinInsyncReplicas() || minimum(row) == minInsyncReplicas)
                .min(Comparator.comparingInt((ResultRow row) -> minimum(row) == minInsyncReplicas ? 0 : 1)
                        .thenComparing(row -> row.requireCount(SummaryKeys.VALID), Comparator.reverseOrder()));
    }

    private static int minimum(ResultRow row) {
        return row.requireInt(TrialKeys.MIN_INSYNC_REPLICAS);
    }

    private static String what(ResultRow row) {
        String first = row.text(TrialKeys.WATCHED).split("[|+]")[0];
        try {
            return CountedAnomalies.watched(first).stream()
                    .findFirst()
                    .map(TriedGuarantees::word)
                    .orElse("");
        } catch (IllegalArgumentException e) {
            throw row.wrong(TrialKeys.WATCHED, "names of anomalies joined by |");
        }
    }

    private static String word(Anomaly anomaly) {
        return switch (anomaly) {
            case LOST -> "lost";
            case DUPLICATED -> "stored twice";
            case REORDERED -> "out of order";
            default -> anomaly.toString();
        };
    }
}
