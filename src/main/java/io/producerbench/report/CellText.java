package io.producerbench.report;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Mode;
import io.producerbench.text.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Describes the results of a cell's trials in words. */
public final class CellText {
    private CellText() {}

    /** @param also anomalies whose count is told even if they were neither watched nor seen */
    static String of(GuaranteeCell cell, Set<Anomaly> also) {
        TrialCount trials = cell.trials();
        if (!trials.measured()) {
            return "not measured" + leftOut(trials);
        }
        StringBuilder text = new StringBuilder();
        if (!trials.alwaysAsExpected()) {
            text.append("NOT AS EXPECTED in ")
                    .append(trials.valid() - trials.asExpected())
                    .append(" of ")
                    .append(Figures.trials(trials.valid()))
                    .append(": ");
        }
        text.append(outcome(cell, also));
        cell.unavailableMs()
                .ifPresent(ms -> text.append(", unavailable for ")
                        .append(Figures.whole(ms))
                        .append(" ms"));
        if (!cell.facts().isEmpty()) {
            text.append("; observed: ").append(cell.facts().replace("; ", ", "));
        }
        return text + leftOut(trials);
    }

    /**
     * Describes cells of one fault and mode. Each text appears once, under the
     * {@code min.insync.replicas} that it holds for.
     */
    public static Map<String, String> byMinInsyncReplicas(List<GuaranteeCell> cells, Set<Anomaly> also) {
        Map<String, List<Integer>> texts = new LinkedHashMap<>();
        for (GuaranteeCell cell : cells) {
            texts.computeIfAbsent(of(cell, also), unused -> new ArrayList<>()).add(cell.minInsyncReplicas());
        }
        Map<String, String> byMinInsyncReplicas = new LinkedHashMap<>();
        texts.forEach((text, replicas) -> byMinInsyncReplicas.merge(
                replicas.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                text,
                (first, second) -> first + "; " + second));
        return byMinInsyncReplicas;
    }

    /**
     * Describes what was counted. The bound stands directly behind the watched anomalies, because
     * it is about them alone. The text tells of 0 retries only with acks=0, because the producer
     * gets no answer there that could make it retry.
     */
    private static String outcome(GuaranteeCell cell, Set<Anomaly> also) {
        List<String> parts = new ArrayList<>();
        if (cell.watched().isEmpty()) {
            parts.add("as expected in " + cell.trials().asExpected() + " of "
                    + Figures.trials(cell.trials().valid()));
        } else {
            parts.add(cell.watched().stream()
                            .filter(cell.seen()::containsKey)
                            .map(anomaly -> counted(anomaly, cell))
                            .collect(Collectors.joining(", "))
                    + " (" + cell.trials().bound() + ")");
        }
        cell.seen().forEach((anomaly, seen) -> {
            if (!cell.watched().contains(anomaly) && (seen.ever() || also.contains(anomaly))) {
                parts.add(counted(anomaly, cell));
            }
        });
        boolean tellsRetries = cell.mode() == Mode.ACKS_0 || cell.retries().orElse(0) > 0;
        if (tellsRetries && cell.retries().isPresent()) {
            parts.add("sent " + Figures.whole(cell.retries().getAsLong()) + " records again");
        }
        return String.join(", ", parts);
    }

    private static String counted(Anomaly anomaly, GuaranteeCell cell) {
        AnomalyCount seen = cell.seen().get(anomaly);
        String count = sentence(anomaly, cell, Figures.whole(seen.count()));
        if (!seen.ever()) {
            return count;
        }
        boolean sameInEach = !cell.watched().isEmpty()
                && cell.watched().get(0) == anomaly
                && cell.trials().each().isPresent();
        return sameInEach
                ? count + ", " + Figures.whole(cell.trials().each().getAsLong()) + " in each of "
                        + Figures.trials(cell.trials().valid())
                : count + ", typically " + Figures.half(seen.typical().orElseThrow()) + " in " + seen.trials() + " of "
                        + Figures.trials(cell.trials().valid());
    }

    private static String sentence(Anomaly anomaly, GuaranteeCell cell, String count) {
        return switch (anomaly) {
            case LOST -> "lost " + count + ofAcknowledged(cell);
            case DUPLICATED -> "stored " + count + " records more than once";
            case REORDERED -> "stored " + count + " records out of order";
            case REGRESSED -> "made a reader step back " + count + " times";
            case INVISIBLE_UNTIL_HEAL -> "hid " + count + " acknowledged records until the fault was over";
            case UNCOMMITTED_VISIBLE -> "showed " + count + " uncommitted records to read_uncommitted";
            case DIRTY_VISIBLE -> "showed " + count + " uncommitted records to read_committed";
            case TORN -> "showed " + count + " transactions in part";
            case UNEXPECTED, PHANTOM, CORRUPT, WRONG_OFFSET, SHARED_OFFSET, MISPLACED ->
                throw new IllegalArgumentException("expected an anomaly that trials count, got " + anomaly);
        };
    }

    /**
     * Returns which records the count is of. With acks=0 nothing is acknowledged, so they are the
     * records taken for sent.
     */
    private static String ofAcknowledged(GuaranteeCell cell) {
        String which = cell.mode() == Mode.ACKS_0 ? "records taken for sent" : "acknowledged records";
        return (cell.acknowledged().isPresent()
                        ? " of " + Figures.whole(cell.acknowledged().getAsLong()) + " "
                        : " ")
                + which;
    }

    private static String leftOut(TrialCount trials) {
        List<String> left = new ArrayList<>();
        if (trials.invalid() > 0) {
            left.add(trials.invalid() + " invalid");
        }
        if (trials.unknown() > 0) {
            left.add(trials.unknown() + " unknown");
        }
        return left.isEmpty() ? "" : " (left out: " + String.join(", ", left) + ")";
    }
}
