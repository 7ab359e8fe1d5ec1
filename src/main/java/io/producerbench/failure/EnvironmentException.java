package io.producerbench.failure;

/**
 * Something outside this program prevents the run. The message says what is missing and how to get
 * it.
 */
public class EnvironmentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EnvironmentException(String message) {
        super(message);
    }

    public EnvironmentException(String message, Throwable cause) {
        super(message, cause);
    }
}
