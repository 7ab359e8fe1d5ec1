package io.producerbench.duet;

import io.producerbench.cluster.Cluster;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.results.CsvTable;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.Status;
import io.producerbench.run.Progress;
import io.producerbench.run.ShutdownHook;
import io.producerbench.scenario.BlockPlan.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * The blocks of a duet: in each, every scenario that is still open gives one pair, in a fresh shuffle, and a coin decides which
 * arm goes first. Both by the seed. A pair's two samples follow each other at once, so that drift has seconds to part them.
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

    /** @throws EnvironmentException if a broker dies, or no sample of an arm works */
    void run(StopRule rule, ShutdownHook closing, Duet.Clusters clusters) {
        for (int block = 1; block <= plan.mostBlocks(); block++) {
            List<PairedScenario> open = new ArrayList<>(logRatios.keySet());
            open.removeIf(scenario -> !rule.isOpen(scenario.base(), logRatios.get(scenario)));
            if (open.isEmpty()) {
                return;
            }
            Collections.shuffle(open, random);
            List<DuetPair> pairs = new ArrayList<>();
            for (PairedScenario scenario : open) {
                DuetPair pair = pair(block, 2 * pairs.size() + 1, scenario);
                if (closing.isClosing()) {
                    return; // stopped from outside: what the pair suffered is not a result
                }
                pairs.add(pair);
                keep(scenario, pair);
            }
            clusters.all().stream()
                    .map(Cluster::failure)
                    .flatMap(Optional::stream)
                    .forEach(DuetBlocks::refuse);
            requireSomeWork(pairs);
        }
    }

    private DuetPair pair(int block, int order, PairedScenario scenario) {
        PairOrder toss = PairOrder.toss(random);
        boolean baseFirst = toss == PairOrder.BASE_FIRST;
        Step baseStep = new Step(block, baseFirst ? order : order + 1, scenario.base());
        Step otherStep = new Step(block, baseFirst ? order + 1 : order, scenario.other());
        ArmSide first = baseFirst ? base.take(baseStep) : other.take(otherStep);
        ArmSide second = baseFirst ? other.take(otherStep) : base.take(baseStep);
        return new DuetPair(
                run,
                plan.base().text(),
                plan.other().text(),
                block,
                scenario.base(),
                toss,
                baseFirst ? first : second,
                baseFirst ? second : first,
                request.dropRule());
    }

    private void keep(PairedScenario scenario, DuetPair pair) {
        TABLE.append(directory.duet(), pair);
        if (pair.dropped().isEmpty()) {
            logRatios
                    .get(scenario)
                    .add(pair.logRatio(ComparedMetric.decisive(scenario.base())).orElseThrow());
        }
        progress.report("block " + pair.block() + "  " + scenario.base().name() + "  " + words(pair));
    }

    private static String words(DuetPair pair) {
        return pair.dropped()
                .map(reason -> "dropped: " + reason)
                .orElseGet(() -> String.format(
                        Locale.ROOT,
                        "%+.1f %%",
                        Math.expm1(pair.logRatio(ComparedMetric.decisive(pair.scenario()))
                                        .orElseThrow())
                                * 100));
    }

    private static void refuse(String failure) {
        throw new EnvironmentException("a broker died: " + failure);
    }

    /** Forks of an arm that all fail in the first block would fail in all. */
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
