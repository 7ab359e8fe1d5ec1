package io.producerbench.calibration.discrimination;

import io.producerbench.failure.FailedStepException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a turn of the planted loop adds to a record's CPU time, as a share: from the latest of blocks that are measured for
 * nothing else, so that no comparison is judged by what it was itself priced with. It follows the machine, on which a record
 * gets dearer and cheaper by the minute.
 *
 * <p>A turn is priced where it adds as little as it will have to: where it adds half to a record it costs some 15 % less.
 */
final class TurnPrice {
    /**
     * Blocks it is made from. One that is to add 5 % is off by some 0.012, as blocks are, so that a hundred are off by
     * 0.0012, which is 2.4 % of what they are to find.
     */
    static final int BLOCKS = 100;

    private final Deque<Double> prices = new ArrayDeque<>();

    /**
     * @param turns in the new arm of a block, at least 1
     * @param logRatio of CPU time for a record, new arm to base
     */
    void paid(int turns, double logRatio) {
        prices.addLast(Math.expm1(logRatio) / turns);
        if (prices.size() > BLOCKS) {
            prices.removeFirst();
        }
    }

    /**
     * The turns that add that share, rounded; at least 1 for a share above 0, and none for 0.
     *
     * @throws FailedStepException if turns seem to cost nothing, since then nothing can be planted
     */
    int turns(double share) {
        if (share == 0) {
            return 0;
        }
        double price = SlotBlock.midmean(
                prices.stream().mapToDouble(Double::doubleValue).sorted().toArray());
        if (price <= 0) {
            throw new FailedStepException("cannot plant a slowdown: a turn of the planted loop was found to add "
                    + price + " of a record's CPU time; expected more than 0; run it on a quieter machine");
        }
        return Math.max(1, (int) Math.round(share / price));
    }
}
