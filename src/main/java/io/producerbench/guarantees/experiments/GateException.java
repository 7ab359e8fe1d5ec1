package io.producerbench.guarantees.experiments;

/**
 * Thrown when a condition that a trial waits for does not come true, so that the trial says nothing
 * about a guarantee.
 */
final class GateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    GateException(String message) {
        super(message);
    }
}
