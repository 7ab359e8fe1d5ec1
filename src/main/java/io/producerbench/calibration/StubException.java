package io.producerbench.calibration;

/** A stub broker's process does not do what it should. */
public final class StubException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StubException(String message, Throwable cause) {
        super(message, cause);
    }
}
