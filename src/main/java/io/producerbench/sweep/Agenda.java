package io.producerbench.sweep;

import io.producerbench.results.sample.Cause;
import io.producerbench.results.sample.Status;
import io.producerbench.results.sample.Validity;
import io.producerbench.scenario.BlockPlan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run still has to take, and in which order. Each block takes its samples in the planned
 * order. At the end of the block those that a disturbance spoiled are taken again, at most twice.
 * A value never decides that, only the checks do. No input or output.
 */
final class Agenda {
    /** How often a sample is taken at most. */
    static final int MOST_ATTEMPTS = 3;

    private final List<Step> plan;
    private final Map<Step, List<Validity>> attempts = new LinkedHashMap<>();

    /** @param plan the first attempts of all samples, block after block */
    Agenda(List<Step> plan) {
        this.plan = List.copyOf(plan);
        plan.forEach(step -> attempts.put(step, new ArrayList<>()));
    }

    /**
     * Takes note of an attempt.
     *
     * @throws IllegalArgumentException if the plan has no such sample
     */
    void took(Step step, Validity validity) {
        List<Validity> before = attempts.get(step.first());
        if (before == null) {
            throw new IllegalArgumentException("expected a sample of the plan, got block " + step.block() + " cell "
                    + step.orderInBlock() + " " + step.scenario().name());
        }
        before.add(validity);
    }

    /** Returns the next sample to take; empty once nothing is left. */
    Optional<Step> next() {
        for (List<Step> block : blocks().values()) {
            for (int round = 0; round < MOST_ATTEMPTS; round++) {
                int taken = round;
                Optional<Step> step = block.stream()
                        .filter(candidate -> attempts.get(candidate).size() == taken)
                        .filter(candidate -> taken == 0 || isWorthRepeating(candidate))
                        .findFirst();
                if (step.isPresent()) {
                    return step.map(this::attempt);
                }
            }
        }
        return Optional.empty();
    }

    private Map<Integer, List<Step>> blocks() {
        Map<Integer, List<Step>> blocks = new LinkedHashMap<>();
        plan.forEach(step ->
                blocks.computeIfAbsent(step.block(), block -> new ArrayList<>()).add(step));
        return blocks;
    }

    private Step attempt(Step first) {
        return new Step(first.block(), first.orderInBlock(), attempts.get(first).size() + 1, first.scenario());
    }

    private boolean isWorthRepeating(Step first) {
        Validity last = last(first);
        return last.status() != Status.OK
                && last.cause().filter(cause -> cause == Cause.DISTURBANCE).isPresent()
                && !isHopeless(first);
    }

    /**
     * True if the scenario has used up its attempts in an earlier block and never came out well. It
     * asks for what this machine cannot do, for instance a rate, and would take three times as long
     * in every block.
     */
    private boolean isHopeless(Step step) {
        List<Step> same = plan.stream()
                .filter(other -> other.scenario().equals(step.scenario()))
                .toList();
        return same.stream().noneMatch(this::isOk)
                && same.stream()
                        .anyMatch(other -> other.block() < step.block()
                                && attempts.get(other).size() >= MOST_ATTEMPTS);
    }

    private boolean isOk(Step first) {
        return attempts.get(first).stream().anyMatch(validity -> validity.status() == Status.OK);
    }

    private Validity last(Step first) {
        List<Validity> taken = attempts.get(first);
        return taken.get(taken.size() - 1);
    }

    /** Returns the samples that have no attempt yet, in order. */
    List<Step> untaken() {
        return plan.stream().filter(step -> attempts.get(step).isEmpty()).toList();
    }

    /** Returns the samples that were taken and never came out well, each in one line. */
    List<String> notOk() {
        return plan.stream()
                .filter(step -> !attempts.get(step).isEmpty() && !isOk(step))
                .map(step -> "block " + step.block() + " " + step.scenario().name() + " "
                        + last(step).status() + ": " + last(step).reason())
                .toList();
    }
}
