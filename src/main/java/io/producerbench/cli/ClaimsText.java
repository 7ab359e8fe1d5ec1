package io.producerbench.cli;

import io.producerbench.report.ClaimFinding;
import java.util.ArrayList;
import java.util.List;

/** The ten claims and what measuring made of them, for the terminal. */
final class ClaimsText {
    private static final int WIDTH = 120;

    private ClaimsText() {}

    static String of(List<ClaimFinding> claims) {
        List<String> lines = new ArrayList<>();
        for (ClaimFinding claim : claims) {
            lines.addAll(WrappedTable.wrap(
                    claim.number() + ". " + claim.claim() + " - "
                            + claim.standing().text(),
                    WIDTH));
            lines.addAll(WrappedTable.wrap(claim.measured(), WIDTH));
            lines.add("");
        }
        return String.join("\n", lines);
    }
}
