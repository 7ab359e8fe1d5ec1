package io.producerbench.duet;

import io.producerbench.duet.TurnConductor.Seat;
import io.producerbench.failure.FailedStepException;
import io.producerbench.scenario.BlockPlan.Step;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Measures a pair with both forks alive: they take turns in short slots, so that each slot of an
 * arm has a slot of the other arm within about a second of it. A JMH iteration is a slot, and a
 * slot pair is one iteration of each fork.
 *
 * <p>Every block has new forks. Two JVMs of equal code differ, for instance in what they compiled,
 * and an interval over blocks that shared their forks would not contain that difference.
 *
 * @param slotPairs how many slots each arm has, those of the warm-up included
 */
record AlternatingForks(ArmRunner base, ArmRunner other, TurnConductor conductor, int slotPairs, long seed)
        implements PairMeasurement {
    private static final int FORKS = 2;

    @Override
    public BothSides take(Step baseStep, Step otherStep, PairOrder order) {
        ExecutorService threads = Executors.newFixedThreadPool(FORKS);
        try {
            return order == PairOrder.BASE_FIRST
                    ? take(new ArmStep(base, baseStep), new ArmStep(other, otherStep), threads, coin(baseStep))
                    : swapped(
                            take(new ArmStep(other, otherStep), new ArmStep(base, baseStep), threads, coin(baseStep)));
        } finally {
            threads.shutdown();
        }
    }

    /** The sample that an arm is to take. */
    private record ArmStep(ArmRunner arm, Step step) {
        CompletableFuture<ArmSide> begin(ExecutorService threads) {
            return CompletableFuture.supplyAsync(() -> arm.take(step), threads);
        }
    }

    /**
     * Returns a source of the slots' orders that depends on the block alone, so that a run that
     * goes on draws what a run that was never stopped draws.
     */
    private Random coin(Step step) {
        return new Random(Objects.hash(seed, step.block(), step.scenario().name()));
    }

    private BothSides take(ArmStep first, ArmStep second, ExecutorService threads, Random coin) {
        CompletableFuture<ArmSide> one = null;
        CompletableFuture<ArmSide> two = null;
        SeatedFork started = start(first, threads);
        one = started.side;
        try (Seat seat = started.seat) {
            SeatedFork next = start(second, threads);
            two = next.side;
            try (Seat otherSeat = next.seat) {
                if (seat != null && otherSeat != null) {
                    TurnConductor.conduct(seat, otherSeat, slotPairs, coin);
                    // The connections stay until both forks have ended by themselves.
                    CompletableFuture.allOf(one, two).join();
                }
            }
        } catch (FailedStepException e) {
            // Closing both connections ends both forks, and their samples say that they failed.
            return new BothSides(join(one), join(two));
        }
        return new BothSides(join(one), join(two));
    }

    private record SeatedFork(CompletableFuture<ArmSide> side, Seat seat) {}

    private SeatedFork start(ArmStep turn, ExecutorService threads) {
        // JMH passes on this JVM's class path when it starts the fork.
        return turn.arm.whileStarting(() -> {
            CompletableFuture<ArmSide> side = turn.begin(threads);
            try {
                Seat seat = conductor.seat(side::isDone);
                turn.arm.forkCpu().follow(seat.pid());
                return new SeatedFork(side, seat);
            } catch (FailedStepException e) {
                return new SeatedFork(side, null);
            }
        });
    }

    private static ArmSide join(CompletableFuture<ArmSide> side) {
        try {
            return side.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static BothSides swapped(BothSides sides) {
        return new BothSides(sides.other(), sides.base());
    }
}
