package io.producerbench.curve;

import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.scenario.Pacing.OpenLoop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The order of the trials. Each block holds what every mode needs next, in a fresh random order, so
 * that a drift of the machine affects all modes alike. The seed and the readings decide everything,
 * so a run that goes on comes to the same state by its finished rows. No input or output.
 */
final class CurveAgenda {
    private final List<ModeCurve> curves;
    private final Random random;
    private final Deque<CurveTurn> block = new ArrayDeque<>();
    private int number;

    CurveAgenda(List<ModeCurve> curves, long seed) {
        this.curves = List.copyOf(curves);
        this.random = new Random(seed);
    }

    List<ModeCurve> curves() {
        return curves;
    }

    /** Returns the trial whose turn it is; empty once all curves are complete. */
    Optional<CurveTurn> next() {
        if (block.isEmpty()) {
            begin();
        }
        return Optional.ofNullable(block.peek());
    }

    private void begin() {
        number++;
        List<CurveTurn> turns = new ArrayList<>();
        for (ModeCurve curve : curves) {
            curve.wanted()
                    .forEach(wish ->
                            turns.add(new CurveTurn(curve, wish.phase(), new Step(number, 0, wish.scenario()))));
        }
        Collections.shuffle(turns, random);
        for (int i = 0; i < turns.size(); i++) {
            CurveTurn turn = turns.get(i);
            block.add(new CurveTurn(
                    turn.curve(),
                    turn.phase(),
                    new Step(number, i + 1, turn.step().scenario())));
        }
    }

    /** Takes note of the trial whose turn it is. */
    void took(TrialReading reading) {
        CurveTurn turn = block.remove();
        int rate = turn.step().scenario().pacing() instanceof OpenLoop open ? open.recordsPerSecond() : 0;
        turn.curve().took(turn.phase(), rate, reading);
    }
}
