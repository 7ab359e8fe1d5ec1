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
 * Compares the ten claims with the measurements. A claim is shown only if all measured cells that
 * it is about were as expected
 * and its key cells were measured. Every number in a sentence comes from a row.
 */
public final class Claims {
    private Claims() {}

    /**
     * Returns the finding for each claim, in order.
     *
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

    /**
     * Returns one sentence for each fault, with each mode, and with each min.insync.replicas if
     * that makes a difference.
     */
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
