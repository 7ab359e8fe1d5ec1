package io.producerbench.report;

/**
 * A claim and what measuring made of it.
 *
 * @param claim in one sentence
 * @param measured what was measured, with counts, or what is missing
 */
public record ClaimFinding(int number, String claim, Standing standing, String measured) {}
