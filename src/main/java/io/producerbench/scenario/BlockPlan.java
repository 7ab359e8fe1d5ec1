package io.producerbench.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The order of a sweep: every block runs every scenario once, in a fresh shuffle.
 *
 * <p>Each block is shuffled anew, so that a drift of the machine affects all settings alike and not
 * always the last one. The seed makes the order repeatable. {@link Random} and
 * {@link Collections#shuffle} are specified algorithms: the same seed gives the same order on every
 * JDK.
 */
public record BlockPlan(List<Step> steps) {
    /** One sample to take. All numbers count from 1. */
    public record Step(int block, int orderInBlock, int attempt, Scenario scenario) {
        /** A first attempt. */
        public Step(int block, int orderInBlock, Scenario scenario) {
            this(block, orderInBlock, 1, scenario);
        }

        /** Returns the next attempt at this sample. */
        public Step again() {
            return new Step(block, orderInBlock, attempt + 1, scenario);
        }

        /** Returns the first attempt at this sample. */
        public Step first() {
            return new Step(block, orderInBlock, scenario);
        }
    }

    /** Returns a plan of {@code blocks} blocks, each of which holds every scenario once. */
    public static BlockPlan shuffled(List<Scenario> scenarios, int blocks, long seed) {
        Random random = new Random(seed);
        List<Step> steps = new ArrayList<>();
        for (int block = 1; block <= blocks; block++) {
            List<Scenario> order = new ArrayList<>(scenarios);
            Collections.shuffle(order, random);
            for (int i = 0; i < order.size(); i++) {
                steps.add(new Step(block, i + 1, order.get(i)));
            }
        }
        return new BlockPlan(List.copyOf(steps));
    }
}
