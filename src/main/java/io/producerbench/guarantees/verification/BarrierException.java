package io.producerbench.guarantees.verification;

/** A barrier was not acknowledged, so that nothing can be said of what was written before it. */
public final class BarrierException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BarrierException(String message, Throwable cause) {
        super(message, cause);
    }
}
