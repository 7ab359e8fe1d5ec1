package io.producerbench.report.claims;

/** Whether measurements show a claim. */
public enum ClaimStatus {
    SHOWN("shown"),
    /** A result was not as expected. */
    NOT_SHOWN("not shown"),
    /** Every result was as expected, but not everything that the claim needs was measured. */
    SHOWN_IN_PART("shown in part"),
    /** None of the cells that the claim needs was measured. */
    NOT_MEASURED("not measured");

    private final String text;

    ClaimStatus(String text) {
        this.text = text;
    }

    /** Returns the status for people. */
    public String text() {
        return text;
    }
}
