package io.producerbench.cli;

/** The exit codes of this program. */
public enum ExitCode {
    DONE(0),
    /** A fault of this program. */
    FAULT(1),
    /** The arguments are wrong. */
    USAGE(2),
    /** A file, a machine or a cluster does not allow it. */
    ENVIRONMENT(3),
    /**
     * The run ended, and its verdict is bad: a sample that is not OK, a broken guarantee, a
     * regression.
     */
    VERDICT(4);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
