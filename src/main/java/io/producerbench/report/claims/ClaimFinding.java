package io.producerbench.report.claims;

import java.util.List;

/**
 * A claim and what measuring made of it.
 *
 * @param claim in one sentence
 * @param measured what was measured, with counts, one sentence for each fault and mode, and what is missing
 */
public record ClaimFinding(int number, String claim, ClaimStatus standing, List<String> measured) {}
