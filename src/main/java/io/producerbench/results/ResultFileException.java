package io.producerbench.results;

/**
 * A results file cannot be used. The message names the file and says what was expected, what was
 * got and what to do.
 */
public final class ResultFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ResultFileException(String message) {
        super(message);
    }

    public ResultFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
