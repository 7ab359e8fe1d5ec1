package io.producerbench.duet;

import io.producerbench.failure.UsageException;
import io.producerbench.jmh.ForkIterations;
import io.producerbench.jmh.JmhArguments;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.scenario.Scenario;
import io.producerbench.sweep.Effort;
import io.producerbench.sweep.PlanCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * All decisions of a duet, made before anything is started.
 *
 * @param scenarios the scenarios that are compared
 * @param mostBlocks the largest number of blocks; more than the stop rule needs, because pairs may
 *     be dropped
 * @param leftOut the scenarios that are not compared, each with the reason
 */
public record DuetPlan(
        DuetArm base,
        DuetArm other,
        JmhArguments jmh,
        List<PairedScenario> scenarios,
        Effort effort,
        int mostBlocks,
        List<String> leftOut) {
    /**
     * The blocks for each pair that the last look needs. A third of the pairs may be dropped before
     * the last look is out of reach.
     */
    private static final double SPARE = 1.5;

    /** One warm-up of four seconds and twelve slots of 400 ms, for each arm and block. */
    private static final ForkIterations SLOTS =
            new ForkIterations(1, TimeValue.seconds(4), 12, TimeValue.milliseconds(400));

    /** Returns how many turns each fork has, its warm-up included. */
    int slotPairs() {
        return effort.iterations().warmupIterations() + effort.iterations().measurementIterations();
    }

    /** Returns what is measured: the scenarios of both arms. */
    List<Scenario> measured() {
        return scenarios.stream().flatMap(PairedScenario::both).toList();
    }

    /** @throws UsageException if the request cannot be fulfilled */
    public static DuetPlan of(DuetRequest request, StopRule rule, DuetArm.Commits commits) {
        List<String> texts = request.arms();
        DuetArm base = DuetArm.parse(texts.get(0), commits);
        DuetArm other = DuetArm.parse(texts.size() > 1 ? texts.get(1) : "HEAD", commits);
        if (!base.kind().equals(other.kind())) {
            throw new UsageException("expected two arms of one kind, got " + base.kind() + " (" + base.text() + ") and "
                    + other.kind() + " (" + other.text()
                    + "); name two commits, two jars, two client versions, two broker"
                    + " versions, or two values of one setting");
        }
        JmhArguments jmh = JmhArguments.parse(request.jmhArguments());
        if (!jmh.fileProfilers().isEmpty()) {
            throw new UsageException("-prof " + jmh.fileProfilers().get(0)
                    + ": a duet keeps no profiles; profile one version in a sweep of its own");
        }
        DuetScenarios scenarios = DuetScenarios.of(jmh, base, other);
        List<PairedScenario> paired = scenarios.paired();
        Effort effort = Effort.of(SLOTS, request.brokerWarmUpRounds(), jmh.options());
        int blocks = jmh.options().getForkCount().orElse((int) Math.ceil(rule.mostPairs() * SPARE));
        requirePossible(paired, effort, blocks);
        if (request.against() == Against.STUB) {
            requireStub(base, paired);
        }
        return new DuetPlan(base, other, jmh, paired, effort, blocks, scenarios.leftOut());
    }

    private static void requirePossible(List<PairedScenario> paired, Effort effort, int blocks) {
        List<Scenario> both = paired.stream().flatMap(PairedScenario::both).toList();
        PlanCheck.require(both, effort);
        PlanCheck.requireFew(blocks, both, effort);
    }

    /** Refuses what a stub broker cannot show: it has no version, and all its topics are alike. */
    private static void requireStub(DuetArm arm, List<PairedScenario> paired) {
        if (arm instanceof DuetArm.Broker) {
            throw new UsageException(arm.text() + " --against stub: a stub broker has no version; leave --against out");
        }
        if (arm instanceof DuetArm.Consumers) {
            throw new UsageException(arm.text() + " --against stub: a stub broker keeps no records that consumers could"
                    + " read; leave --against out");
        }
        List<Integer> partitions = paired.stream()
                .flatMap(PairedScenario::both)
                .map(scenario -> scenario.workload().partitions())
                .distinct()
                .toList();
        if (partitions.size() > 1) {
            throw new UsageException("--against stub: expected one number of partitions, because all topics of the stub"
                    + " broker have the same, got " + partitions + "; compare them one by one");
        }
    }

    /** Returns about how long it takes at most, with the start of brokers and without builds. */
    public Duration longest() {
        List<Step> samples = new ArrayList<>();
        for (int block = 1; block <= mostBlocks; block++) {
            for (PairedScenario both : scenarios) {
                samples.add(new Step(block, samples.size() + 1, both.base()));
                samples.add(new Step(block, samples.size() + 1, both.other()));
            }
        }
        return effort.total(samples);
    }
}
