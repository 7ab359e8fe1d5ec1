package io.producerbench.report.claims;

/** What measuring made of a claim. */
public enum ClaimStatus {
    SHOWN("shown"),
    /** Something came out otherwise. */
    NOT_SHOWN("not shown"),
    /** Nothing came out otherwise, and something that the claim needs was not measured. */
    SHOWN_IN_PART("shown in part"),
    /** Nothing that the claim needs was measured. */
    NOT_MEASURED("not measured");

    private final String text;

    ClaimStatus(String text) {
        this.text = text;
    }

    /** For people. */
    public String text() {
        return text;
    }
}
