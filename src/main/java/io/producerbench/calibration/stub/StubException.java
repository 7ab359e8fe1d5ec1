package io.producerbench.calibration.stub;

import io.producerbench.failure.EnvironmentException;

/** The process of a stub broker failed. */
public final class StubException extends EnvironmentException {
    private static final long serialVersionUID = 1L;

    StubException(String message, Throwable cause) {
        super(message, cause);
    }
}
