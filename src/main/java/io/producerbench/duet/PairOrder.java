package io.producerbench.duet;

import java.util.Random;

/** Which of a pair's two samples is taken first. */
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

    /** The arm that goes first, as the file names it. */
    String first() {
        return first;
    }
}
