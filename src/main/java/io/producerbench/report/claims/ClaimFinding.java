package io.producerbench.report.claims;

import java.util.List;

/**
 * A claim and what was measured about it.
 *
 * @param claim in one sentence
 * @param measured the measurements with their counts, one sentence for each fault and mode, and
 *     what is missing
 */
public record ClaimFinding(int number, String claim, ClaimStatus standing, List<String> measured) {}
