package io.producerbench.duet;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the arms of a duet send to. */
public enum Against {
    /** Three real brokers, and a cluster for each broker version. */
    BROKERS,
    /** One process that answers at once and keeps nothing, so that the clients alone are compared. */
    STUB;

    /** Returns the word in command lines and files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such word */
    public static Against parse(String text) {
        return Arrays.stream(values())
                .filter(against -> against.label().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected "
                        + Arrays.stream(values()).map(Against::label).collect(Collectors.joining(" or ")) + ", got '"
                        + text + "'"));
    }
}
