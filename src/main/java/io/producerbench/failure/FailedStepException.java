package io.producerbench.failure;

/**
 * One step failed: a sample, an arm or a trial. The run may go on with the next one, which records
 * the failure.
 */
public class FailedStepException extends EnvironmentException {
    private static final long serialVersionUID = 1L;

    public FailedStepException(String message) {
        super(message);
    }

    public FailedStepException(String message, Throwable cause) {
        super(message, cause);
    }
}
