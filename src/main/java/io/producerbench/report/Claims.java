package io.producerbench.report;

import io.producerbench.results.ResultRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The ten claims, each held against what was measured. A claim is shown only if everything measured of what it speaks of came
 * out as expected, and at least its key cells were measured. Every number in a sentence is one of the rows'.
 */
public final class Claims {
    private Claims() {}

    /**
     * @param summary the rows of {@code guarantees-summary.csv}
     * @param refusals why the producer refuses settings, one reason for each combination that it refuses
     */
    public static List<ClaimFinding> of(List<ResultRow> summary, List<String> refusals) {
        List<GuaranteeCell> cells = GuaranteeCell.of(summary);
        return Arrays.stream(Claim.values())
                .map(claim -> claim == Claim.FORCED_SETTINGS ? forced(refusals) : finding(claim, claim.cells(cells)))
                .toList();
    }

    private static ClaimFinding finding(Claim claim, List<GuaranteeCell> cells) {
        List<String> sentences = new ArrayList<>(measured(claim, cells));
        sentences.addAll(Correction.shownBy(claim, cells));
        List<String> objections = Objection.to(claim, cells);
        sentences.addAll(objections);
        List<String> missing = missing(claim, cells);
        if (!missing.isEmpty()) {
            sentences.add("Missing: " + String.join(", ", missing) + ".");
        }
        boolean refuted = !objections.isEmpty()
                || cells.stream().anyMatch(cell -> !cell.trials().alwaysAsExpected());
        return new ClaimFinding(
                claim.number(), claim.sentence(), standing(refuted, missing), String.join(" ", sentences));
    }

    private static Standing standing(boolean refuted, List<String> missing) {
        if (refuted) {
            return Standing.NOT_SHOWN;
        }
        return missing.isEmpty() ? Standing.SHOWN : Standing.NOT_MEASURED;
    }

    private static List<String> missing(Claim claim, List<GuaranteeCell> cells) {
        return claim.keys().stream()
                .filter(key ->
                        cells.stream().filter(cell -> cell.trials().measured()).noneMatch(key::matches))
                .map(Pick::text)
                .toList();
    }

    /** One sentence for each fault. */
    private static List<String> measured(Claim claim, List<GuaranteeCell> cells) {
        return cells.stream()
                .collect(Collectors.groupingBy(GuaranteeCell::fault, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(fault -> fault.getKey().text() + ": " + String.join("; ", byMode(claim, fault.getValue())) + ".")
                .toList();
    }

    private static List<String> byMode(Claim claim, List<GuaranteeCell> cells) {
        List<String> texts = new ArrayList<>();
        cells.stream()
                .collect(Collectors.groupingBy(GuaranteeCell::mode, LinkedHashMap::new, Collectors.toList()))
                .forEach((mode, ofMode) -> CellText.byMinInsyncReplicas(ofMode, claim.alsoCounts())
                        .forEach((replicas, text) ->
                                texts.add(mode.label() + ", min.insync.replicas=" + replicas + ": " + text)));
        return texts;
    }

    private static ClaimFinding forced(List<String> refusals) {
        Map<String, Long> reasons = refusals.stream()
                .collect(Collectors.groupingBy(reason -> reason, LinkedHashMap::new, Collectors.counting()));
        boolean complete = mentions(reasons, "set acks to all") && mentions(reasons, "max.in.flight");
        String measured = refusals.isEmpty()
                ? "No combination of settings was tried."
                : refusals.size() + " combinations are refused. "
                        + reasons.entrySet().stream()
                                .map(reason -> (reason.getValue() == 1 ? "Once: " : reason.getValue() + " times: ")
                                        + reason.getKey())
                                .collect(Collectors.joining(" "));
        return new ClaimFinding(
                Claim.FORCED_SETTINGS.number(),
                Claim.FORCED_SETTINGS.sentence(),
                complete ? Standing.SHOWN : Standing.NOT_MEASURED,
                measured);
    }

    private static boolean mentions(Map<String, Long> reasons, String setting) {
        return reasons.keySet().stream().anyMatch(reason -> reason.contains(setting));
    }
}
