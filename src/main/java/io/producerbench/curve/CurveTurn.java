package io.producerbench.curve;

import io.producerbench.results.CurveKeys;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.scenario.Pacing.ClosedLoop;

/** The next trial: what it is for, and which sample it takes. */
record CurveTurn(ModeCurve curve, CurvePhase phase, Step step) {

    /** Refuses a row that is not of this turn, because the run would go on from another state. */
    void require(ResultRow row) {
        row.require(row.requireInt(SampleKeys.BLOCK) == step.block(), SampleKeys.BLOCK, String.valueOf(step.block()));
        row.require(row.text(CurveKeys.PHASE).equals(phase.label()), CurveKeys.PHASE, phase.label());
        requireValue(row, Axis.ACKS);
        requireValue(row, Axis.TRANSACTIONAL);
        requireValue(row, Axis.RECORD_SIZE);
        if (!(step.scenario().pacing() instanceof ClosedLoop)) {
            requireValue(row, Axis.RATE);
        }
    }

    private void requireValue(ResultRow row, Axis axis) {
        String value = step.scenario().values().get(axis);
        row.require(row.text(ScenarioKeys.of(axis)).equals(value), ScenarioKeys.of(axis), value);
    }
}
