package io.producerbench.duet;

import io.producerbench.failure.EnvironmentException;
import io.producerbench.results.CsvTable;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.sample.Status;
import io.producerbench.run.Progress;
import io.producerbench.scenario.BlockPlan.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The blocks of a duet. Each block takes one pair of every scenario that is still open, in a new
 * random order, and a random bit decides which arm goes first. The seed determines both. The second
 * sample of a pair follows the first immediately, so that the machine has only seconds to drift
 * between them.
 */
final class DuetBlocks {
    private static final CsvTable<DuetPair> TABLE = new CsvTable<>(DuetColumns.ALL);

    private final RunIdentity run;
    private final DuetPlan plan;
    private final DuetRequest request;
    private final ArmRunner base;
    private final ArmRunner other;
    private final RunDirectory directory;
    private final Progress progress;
    private final Random random;
    private final Map<PairedScenario, List<Double>> logRatios = new LinkedHashMap<>();

    DuetBlocks(
            RunIdentity run,
            DuetPlan plan,
            DuetRequest request,
            ArmRunner base,
            ArmRunner other,
            RunDirectory directory,
            Progress progress) {
        this.run = run;
        this.plan = plan;
        this.request = request;
        this.base = base;
        this.other = other;
        this.directory = directory;
        this.progress = progress;
        this.random = new Random(request.seed());
        plan.scenarios().forEach(scenario -> logRatios.put(scenario, new ArrayList<>()));
    }

    /**
     * Measures block after block until every scenario is closed, the plan has no more blocks, or
     * the run is stopped from outside.
     *
     * @param isStopped true once the JVM has begun to shut down
     * @param brokerFailure why the brokers can no longer be used; empty while all of them live
     * @throws EnvironmentException if a broker dies, or if all samples of an arm fail in the first
     *     block
     */
    void run(StopRule rule, BooleanSupplier isStopped, Supplier<Optional<String>> brokerFailure) {
        for (int block = 1; block <= plan.mostBlocks(); block++) {
            List<PairedScenario> open = new ArrayList<>(logRatios.keySet());
            open.removeIf(scenario -> !rule.isOpen(scenario.base(), logRatios.get(scenario)));
            if (open.isEmpty()) {
                return;
            }
            Collections.shuffle(open, random);
            List<DuetPair> pairs = new ArrayList<>();
            for (PairedScenario scenario : open) {
                Optional<DuetPair> pair = pair(block, 2 * pairs.size() + 1, scenario, isStopped);
                if (pair.isEmpty()) {
                    return;
                }
                pairs.add(pair.get());
                keep(scenario, pair.get());
            }
            brokerFailure.get().ifPresent(DuetBlocks::refuse);
            requireSomeWork(pairs);
        }
    }

    /**
     * Takes both samples of a pair; empty if the run was stopped during one of them, because the
     * shutdown disturbs the samples.
     */
    private Optional<DuetPair> pair(int block, int number, PairedScenario scenario, BooleanSupplier isStopped) {
        PairOrder order = PairOrder.toss(random);
        boolean baseFirst = order == PairOrder.BASE_FIRST;
        Step baseStep = new Step(block, baseFirst ? number : number + 1, scenario.base());
        Step otherStep = new Step(block, baseFirst ? number + 1 : number, scenario.other());
        ArmSide first = baseFirst ? base.take(baseStep) : other.take(otherStep);
        if (isStopped.getAsBoolean()) {
            return Optional.empty();
        }
        ArmSide second = baseFirst ? other.take(otherStep) : base.take(baseStep);
        if (isStopped.getAsBoolean()) {
            return Optional.empty();
        }
        return Optional.of(new DuetPair(
                run,
                plan.base().text(),
                plan.other().text(),
                block,
                scenario.base(),
                order,
                baseFirst ? first : second,
                baseFirst ? second : first,
                request.dropRule()));
    }

    /** Writes the pair into the file at once, and counts it unless it is dropped. */
    private void keep(PairedScenario scenario, DuetPair pair) {
        TABLE.append(directory.duet(), pair);
        if (pair.dropped().isEmpty()) {
            logRatios.get(scenario).add(decisive(pair));
        }
        progress.report("block " + pair.block() + "  " + scenario.base().name() + "  " + words(pair));
    }

    private static String words(DuetPair pair) {
        return pair.dropped()
                .map(reason -> "dropped: " + reason)
                .orElseGet(() -> String.format(Locale.ROOT, "%+.1f %%", Math.expm1(decisive(pair)) * 100));
    }

    /** Returns the log ratio that a pair which counts is judged by. */
    private static double decisive(DuetPair pair) {
        return pair.logRatio(ComparedMetric.decisive(pair.scenario())).orElseThrow();
    }

    private static void refuse(String failure) {
        throw new EnvironmentException("a broker died: " + failure);
    }

    /**
     * Ends the run if all samples of an arm failed in the first block, because they would fail in
     * every block.
     */
    private static void requireSomeWork(List<DuetPair> pairs) {
        boolean isFirst = pairs.get(0).block() == 1;
        if (isFirst && pairs.stream().allMatch(pair -> hasFailed(pair.base()))) {
            throw nothingWorks(pairs.get(0).baseArm(), pairs.get(0).base());
        }
        if (isFirst && pairs.stream().allMatch(pair -> hasFailed(pair.other()))) {
            throw nothingWorks(pairs.get(0).otherArm(), pairs.get(0).other());
        }
    }

    private static boolean hasFailed(ArmSide side) {
        return side.sample().status() == Status.FAILED;
    }

    private static EnvironmentException nothingWorks(String arm, ArmSide side) {
        return new EnvironmentException("no sample of " + arm + " worked: "
                + side.sample().statusReason() + "; scratch/jmh.log of the run has JMH's output");
    }
}
