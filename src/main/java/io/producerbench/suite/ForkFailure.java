package io.producerbench.suite;

/** A fork gave no result: says why, as far as its output tells. */
final class ForkFailure extends Exception {
    private static final long serialVersionUID = 1L;

    ForkFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
