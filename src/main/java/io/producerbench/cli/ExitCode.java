package io.producerbench.cli;

/** What the exit code tells a script. */
public enum ExitCode {
    DONE(0),
    /** A fault of this program. */
    FAULT(1),
    /** What was asked for cannot be done. */
    USAGE(2),
    /** Something outside this program stands in the way. */
    ENVIRONMENT(3),
    /** It ran, and a sample is not OK. */
    VERDICT(4);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
