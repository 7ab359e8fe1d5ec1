package io.producerbench.guarantees.verification;

/** A ledger could not be written, or its file is not what a ledger writes. */
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LedgerException(String message) {
        super(message);
    }

    LedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
