package io.producerbench.calibration.stub;

import java.util.Locale;

/** The kinds of replies that a script distinguishes. */
public enum ReplyKind {
    PRODUCE,
    END_TXN,
    OTHER;

    /** Returns the name in the commands and in the reference log. */
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
