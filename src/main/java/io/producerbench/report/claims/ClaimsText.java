package io.producerbench.report.claims;

import io.producerbench.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** Writes the findings about the ten claims for the terminal. */
public final class ClaimsText {
    private static final int WIDTH = 120;
    private static final String BULLET = "   - ";
    private static final String BELOW = " ".repeat(BULLET.length());

    private ClaimsText() {}

    public static String of(List<ClaimFinding> claims) {
        List<String> lines = new ArrayList<>();
        for (ClaimFinding claim : claims) {
            lines.addAll(Texts.wrap(
                    claim.number() + ". " + claim.claim() + " - "
                            + claim.standing().text(),
                    WIDTH));
            for (String sentence : claim.measured()) {
                String lead = BULLET;
                for (String line : Texts.wrap(sentence, WIDTH - BULLET.length())) {
                    lines.add(lead + line);
                    lead = BELOW;
                }
            }
            lines.add("");
        }
        return String.join("\n", lines);
    }
}
