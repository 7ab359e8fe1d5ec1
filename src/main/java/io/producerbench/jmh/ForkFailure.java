package io.producerbench.jmh;

/** A fork gave no result. The message says why, as far as the fork's output tells. */
public final class ForkFailure extends Exception {
    private static final long serialVersionUID = 1L;

    public ForkFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
