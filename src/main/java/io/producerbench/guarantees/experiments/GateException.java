package io.producerbench.guarantees.experiments;

/** Something that a trial must have seen before it goes on did not come: the trial says nothing about any guarantee. */
final class GateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    GateException(String message) {
        super(message);
    }
}
