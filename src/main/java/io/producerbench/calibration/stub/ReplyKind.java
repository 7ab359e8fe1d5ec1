package io.producerbench.calibration.stub;

import java.util.Locale;

/** The replies that a script can tell apart. */
public enum ReplyKind {
    PRODUCE,
    END_TXN,
    OTHER;

    /** As in the orders and the truth log. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ReplyKind of(String label) {
        for (ReplyKind kind : values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("expected a kind of reply, produce or end-txn, got " + label);
    }
}
