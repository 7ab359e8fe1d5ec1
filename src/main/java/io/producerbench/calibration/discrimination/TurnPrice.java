package io.producerbench.calibration.discrimination;

import io.producerbench.failure.FailedStepException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The price of a turn: the share that a turn of the planted loop adds to a record's CPU time. It is
 * computed from the latest of the blocks that are measured only for this, so that the blocks of a
 * comparison do not set their own price. It follows the machine, on which the CPU time of a record
 * changes from minute to minute.
 *
 * <p>The price is measured with about as many turns as are planted later, because a turn costs some
 * 15 % less when the turns add half to a record's CPU time.
 */
final class TurnPrice {
    /**
     * The number of blocks that the price is computed from. One block that adds 5 % has an error of
     * about 0.012, as all blocks have, so that a hundred blocks have an error of 0.0012, or 2.4 %
     * of the 5 %.
     */
    static final int BLOCKS = 100;

    private final Deque<Double> prices = new ArrayDeque<>();

    /**
     * @param turns in the new arm of a block, at least 1
     * @param logRatio the logarithm of the ratio of CPU times for a record, new arm to base
     */
    void paid(int turns, double logRatio) {
        prices.addLast(Math.expm1(logRatio) / turns);
        if (prices.size() > BLOCKS) {
            prices.removeFirst();
        }
    }

    /**
     * Returns the rounded number of turns that add this share: at least 1 for a share above 0, and
     * 0 for 0.
     *
     * @throws FailedStepException if turns seem to cost nothing, because then no slowdown can be
     *     planted
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
