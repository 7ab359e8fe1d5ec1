package io.producerbench.failure;

/** What was asked for cannot be done: says what was given, what was expected, and what to do. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
