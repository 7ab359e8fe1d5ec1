package io.producerbench.failure;

/**
 * The request cannot be done. The message says what was given, what was expected, and what to do.
 */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
