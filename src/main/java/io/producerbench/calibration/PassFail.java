package io.producerbench.calibration;

/** What became of a target. */
public enum PassFail {
    PASS("PASS"),
    MISS("MISS"),
    /** There is no target, or too few blocks to tell. */
    NONE("–");

    private final String text;

    PassFail(String text) {
        this.text = text;
    }

    /** For people. */
    public String text() {
        return text;
    }
}
