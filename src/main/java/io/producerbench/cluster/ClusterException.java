package io.producerbench.cluster;

import io.producerbench.failure.FailedStepException;

/** A cluster could not be started or used because of the environment, not because of the caller. */
public final class ClusterException extends FailedStepException {
    private static final long serialVersionUID = 1L;

    public ClusterException(String message) {
        super(message);
    }

    public ClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
