package io.producerbench.calibration;

import io.producerbench.failure.FailedStepException;

/** A program that we are compared with did not run, or not as it was told to. */
public final class PeerException extends FailedStepException {
    private static final long serialVersionUID = 1L;

    public PeerException(String message) {
        super(message);
    }

    public PeerException(String message, Throwable cause) {
        super(message, cause);
    }
}
