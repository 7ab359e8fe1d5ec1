package io.producerbench.guarantees.verification;

/** Thrown when a ledger cannot be written, or when its file is damaged. */
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LedgerException(String message) {
        super(message);
    }

    LedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
