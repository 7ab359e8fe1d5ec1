package io.producerbench.calibration.stub;

import io.producerbench.failure.EnvironmentException;

/** A stub broker's process does not do what it should. */
public final class StubException extends EnvironmentException {
    private static final long serialVersionUID = 1L;

    StubException(String message, Throwable cause) {
        super(message, cause);
    }
}
