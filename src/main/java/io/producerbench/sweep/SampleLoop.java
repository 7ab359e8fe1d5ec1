package io.producerbench.sweep;

import io.producerbench.results.sample.Status;
import io.producerbench.run.Progress;
import io.producerbench.run.TimeLeft;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.sweep.SampleRunner.Sample;
import io.producerbench.text.Durations;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes the samples that are left, in the order of the agenda, and appends each row as soon as its
 * sample has ended.
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
     * Returns the agenda of the run once nothing is left on it, or the run was told to stop. A
     * sample during which the program was told to stop is not appended, because what it suffered is
     * not a result.
     */
    Agenda run(BooleanSupplier stopping) {
        Agenda agenda = state.agenda();
        TimeLeft timeLeft = new TimeLeft(plan.effort().each(agenda.untaken()));
        Optional<Step> before = Optional.empty();
        for (Optional<Step> next = agenda.next(); next.isPresent(); next = agenda.next()) {
            Step step = next.get();
            if (before.filter(last -> Effort.needsWarmUp(last, step)).isPresent()) {
                warmBetween.run();
            }
            before = next;
            Sample sample = sampler.apply(step);
            if (stopping.getAsBoolean()) {
                break;
            }
            if (!sample.row().wasRun()) {
                continue; // the brokers died before it began, and the next turn finds new ones
            }
            state.append(sample);
            agenda.took(step, sample.row().validity());
            if (step.attempt() == 1) {
                timeLeft.done();
            }
            String line = line(sample, timeLeft);
            if (sample.row().status() == Status.OK) {
                progress.passing(line);
            } else {
                progress.report(line);
                notOk.accept(sample);
            }
        }
        return agenda;
    }

    private String line(Sample sample, TimeLeft timeLeft) {
        Step step = sample.row().step();
        return "block " + step.block() + "/" + plan.effort().blocks() + " cell " + step.orderInBlock() + "/"
                + plan.grid().scenarios().size()
                + (step.attempt() == 1 ? "" : " attempt " + step.attempt())
                + "  " + step.scenario().name() + "  "
                + sample.row().headline() + "  (" + Durations.text(timeLeft.estimate()) + " left)";
    }
}
