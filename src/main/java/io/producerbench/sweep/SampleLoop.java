package io.producerbench.sweep;

import io.producerbench.results.Status;
import io.producerbench.run.Progress;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.sweep.SampleRunner.Sample;
import io.producerbench.text.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes the samples of a plan that have no row yet, in its order, and appends each row as soon as
 * its sample has ended.
 *
 * @param warmBetween warms the brokers between two samples, where the next one would meet a cold
 *     broker
 * @param notOk is told of each sample that cannot be used, to keep what explains it
 */
record SampleLoop(
        SweepPlan plan,
        RunState state,
        Function<Step, Sample> sampler,
        Runnable warmBetween,
        Consumer<Sample> notOk,
        Progress progress) {

    /**
     * Returns all samples of the run that cannot be used, those of an earlier part included, each
     * in one line. A sample during which the program was told to stop is not appended, because what
     * it suffered is not a result.
     */
    List<String> run(BooleanSupplier stopping) {
        List<String> unusable = new ArrayList<>(state.notOkSoFar());
        List<Step> left = state.left();
        TimeLeft timeLeft = new TimeLeft(plan.effort().each(left));
        Optional<Step> before = Optional.empty();
        for (Step step : left) {
            if (before.filter(last -> Effort.needsWarmUp(last, step)).isPresent()) {
                warmBetween.run();
            }
            before = Optional.of(step);
            Sample sample = sampler.apply(step);
            if (stopping.getAsBoolean()) {
                break;
            }
            state.append(sample);
            timeLeft.done();
            progress.report(line(sample, timeLeft));
            if (sample.row().status() != Status.OK) {
                unusable.add("block " + step.block() + " " + step.scenario().name() + " "
                        + sample.row().headline());
                notOk.accept(sample);
            }
        }
        return unusable;
    }

    private String line(Sample sample, TimeLeft timeLeft) {
        Step step = sample.row().step();
        return "block " + step.block() + "/" + plan.effort().blocks() + " cell " + step.orderInBlock() + "/"
                + plan.grid().scenarios().size() + "  " + step.scenario().name() + "  "
                + sample.row().headline() + "  (" + Durations.text(timeLeft.estimate()) + " left)";
    }
}
