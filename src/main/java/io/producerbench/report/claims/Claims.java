package io.producerbench.report.claims;

import io.producerbench.report.CellText;
import io.producerbench.report.GuaranteeCell;
import io.producerbench.results.ResultRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The ten claims, each held against what was measured. A claim is shown only if everything measured of what it speaks of came
 * out as expected, and at least its key cells were measured. Every number in a sentence is one of the rows'.
 */
public final class Claims {
    private Claims() {}

    /**
     * @param summary the rows of {@code guarantees-summary.csv}
     * @param settings the rows of {@code settings.csv}; none if the run wrote none
     */
    public static List<ClaimFinding> of(List<ResultRow> summary, List<ResultRow> settings) {
        List<GuaranteeCell> cells = GuaranteeCell.of(summary);
        return Arrays.stream(Claim.values())
                .map(claim -> claim == Claim.FORCED_SETTINGS
                        ? ForcedSettings.finding(settings)
                        : finding(claim, claim.cells(cells)))
                .toList();
    }

    private static ClaimFinding finding(Claim claim, List<GuaranteeCell> cells) {
        List<String> sentences = new ArrayList<>(measured(claim, cells));
        sentences.addAll(Correction.shownBy(claim, cells));
        List<String> objections = CounterEvidence.to(claim, cells);
        sentences.addAll(objections);
        List<String> missing = missing(claim, cells);
        if (!missing.isEmpty()) {
            sentences.add("Missing: " + String.join(", ", missing) + ".");
        }
        boolean refuted = !objections.isEmpty()
                || cells.stream().anyMatch(cell -> !cell.trials().alwaysAsExpected());
        boolean nothing = missing.size() == claim.keys().size();
        return new ClaimFinding(
                claim.number(), claim.sentence(), standing(refuted, nothing, missing.isEmpty()), sentences);
    }

    private static ClaimStatus standing(boolean refuted, boolean nothing, boolean complete) {
        if (refuted) {
            return ClaimStatus.NOT_SHOWN;
        }
        if (complete) {
            return ClaimStatus.SHOWN;
        }
        return nothing ? ClaimStatus.NOT_MEASURED : ClaimStatus.SHOWN_IN_PART;
    }

    private static List<String> missing(Claim claim, List<GuaranteeCell> cells) {
        return claim.keys().stream()
                .filter(key ->
                        cells.stream().filter(cell -> cell.trials().measured()).noneMatch(key::matches))
                .map(CellSelector::text)
                .toList();
    }

    /** One sentence for each fault and mode, and for each min.insync.replicas where that makes a difference. */
    private static List<String> measured(Claim claim, List<GuaranteeCell> cells) {
        return cells.stream()
                .collect(Collectors.groupingBy(GuaranteeCell::fault, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(fault -> byMode(claim, fault.getValue()).stream()
                        .map(text -> fault.getKey().text() + ": " + text + "."))
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
}
