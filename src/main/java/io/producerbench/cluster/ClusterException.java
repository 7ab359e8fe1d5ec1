package io.producerbench.cluster;

import io.producerbench.failure.FailedStepException;

/** The environment, not the caller, denied us a cluster or something asked of it. */
public final class ClusterException extends FailedStepException {
    private static final long serialVersionUID = 1L;

    public ClusterException(String message) {
        super(message);
    }

    public ClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
