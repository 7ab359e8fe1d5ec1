package io.producerbench.calibration;

/** Whether a target was reached. */
public enum PassFail {
    PASS("PASS"),
    MISS("MISS"),
    /** There is no target, or there are too few blocks to tell. */
    NONE("–");

    private final String text;

    PassFail(String text) {
        this.text = text;
    }

    /** Returns the word for the terminal. */
    public String text() {
        return text;
    }
}
