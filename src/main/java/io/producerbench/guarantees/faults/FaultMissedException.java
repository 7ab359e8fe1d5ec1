package io.producerbench.guarantees.faults;

/** Thrown when a fault hit fewer frames than required, so that the observation proves nothing. */
public final class FaultMissedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FaultMissedException(String message) {
        super(message);
    }
}
