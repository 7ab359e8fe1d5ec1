package io.producerbench.duet;

import java.util.Random;

/** The order in which the two samples of a pair are taken. */
public enum PairOrder {
    BASE_FIRST("base"),
    NEW_FIRST("new");

    private final String first;

    PairOrder(String first) {
        this.first = first;
    }

    static PairOrder toss(Random coin) {
        return coin.nextBoolean() ? BASE_FIRST : NEW_FIRST;
    }

    /** Returns the arm that goes first, as {@code duet.csv} names it. */
    String first() {
        return first;
    }
}
