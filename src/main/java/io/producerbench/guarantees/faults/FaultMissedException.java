package io.producerbench.guarantees.faults;

/** A fault did not hit what it was to hit, so that whatever was observed says nothing about it. */
public final class FaultMissedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FaultMissedException(String message) {
        super(message);
    }
}
