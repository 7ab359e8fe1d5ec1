package io.producerbench.results;

/** A file of results that cannot be used: says which, what was expected, what was got, and what to do. */
public final class ResultFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ResultFileException(String message) {
        super(message);
    }

    ResultFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
