package io.producerbench.guarantees.clients;

/** Thrown when a barrier was not acknowledged, so that the records before it cannot be judged. */
public final class BarrierException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BarrierException(String message, Throwable cause) {
        super(message, cause);
    }
}
