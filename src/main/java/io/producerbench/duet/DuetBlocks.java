package io.producerbench.duet;

import io.producerbench.duet.PairMeasurement.BothSides;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.results.CsvTable;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.SampleMetrics;
import io.producerbench.results.sample.Status;
import io.producerbench.run.FinishedRows;
import io.producerbench.run.Progress;
import io.producerbench.run.TimeLeft;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.stats.Metric;
import io.producerbench.text.Durations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
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
 * random order, and a random bit decides which arm's fork starts first. The seed determines both.
 *
 * <p>A run that goes on begins anew with the seed and takes the pairs that are finished from the
 * file. So the order, and what every look sees, are those of a run that was never stopped.
 */
final class DuetBlocks {
    static final CsvTable<DuetPair> TABLE = new CsvTable<>(DuetColumns.ALL);

    private final RunIdentity run;
    private final DuetPlan plan;
    private final DuetRequest request;
    private final PairMeasurement measurement;
    private final FinishedRows<DuetPair> rows;
    private final Iterator<ResultRow> finished;
    private final Progress progress;
    private final TimeLeft timeLeft;
    private final Random random;
    private final Map<PairedScenario, List<Double>> logRatios = new LinkedHashMap<>();

    DuetBlocks(
            RunIdentity run,
            DuetPlan plan,
            DuetRequest request,
            PairMeasurement measurement,
            FinishedRows<DuetPair> rows,
            Progress progress) {
        this.run = run;
        this.plan = plan;
        this.request = request;
        this.measurement = measurement;
        this.rows = rows;
        List<ResultRow> finishedRows = rows.read();
        this.finished = finishedRows.iterator();
        this.timeLeft = TimeLeft.ofEqual(plan.mostBlocks() * plan.scenarios().size() - finishedRows.size());
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
            for (int i = 0; i < open.size(); i++) {
                PairOrder order = PairOrder.toss(random);
                if (finished.hasNext()) {
                    count(block, open.get(i), order, finished.next());
                    continue;
                }
                Optional<DuetPair> pair = pair(new Turn(block, 2 * i + 1, open.get(i), order), isStopped);
                if (pair.isEmpty()) {
                    return;
                }
                brokerFailure.get().ifPresent(DuetBlocks::refuse);
                pairs.add(pair.get());
                keep(open.get(i), pair.get());
            }
            if (pairs.size() == open.size()) {
                requireSomeWork(pairs);
            }
        }
    }

    /** Where a pair stands: its first sample has this number in the block. */
    private record Turn(int block, int number, PairedScenario scenario, PairOrder order) {}

    /** Counts a pair that is finished, which must be the one whose turn it is. */
    private void count(int block, PairedScenario scenario, PairOrder order, ResultRow pair) {
        String name = scenario.base().name();
        pair.require(pair.requireInt(SampleKeys.BLOCK) == block, SampleKeys.BLOCK, String.valueOf(block));
        pair.require(pair.text(JudgementKeys.SCENARIO).equals(name), JudgementKeys.SCENARIO, name);
        pair.require(pair.text(SampleKeys.FIRST).equals(order.first()), SampleKeys.FIRST, order.first());
        if (pair.text(JudgementKeys.DROPPED).isEmpty()) {
            Metric decisive = ComparedMetric.decisive(scenario.base()).metric();
            logRatios
                    .get(scenario)
                    .add(pair.number(JudgementKeys.logRatio(SampleMetrics.column(decisive)))
                            .orElseThrow());
        }
    }

    /**
     * Takes both samples of a pair; empty if the run was stopped meanwhile, because the
     * shutdown disturbs the samples.
     */
    private Optional<DuetPair> pair(Turn turn, BooleanSupplier isStopped) {
        boolean baseFirst = turn.order == PairOrder.BASE_FIRST;
        Step baseStep = new Step(turn.block, baseFirst ? turn.number : turn.number + 1, turn.scenario.base());
        Step otherStep = new Step(turn.block, baseFirst ? turn.number + 1 : turn.number, turn.scenario.other());
        BothSides sides = measurement.take(baseStep, otherStep, turn.order);
        if (isStopped.getAsBoolean()) {
            return Optional.empty();
        }
        return Optional.of(new DuetPair(
                run,
                plan.base().text(),
                plan.other().text(),
                turn.block,
                turn.scenario.base(),
                turn.order,
                sides.base(),
                sides.other(),
                request.dropRule()));
    }

    /** Writes the pair into the file at once, and counts it unless it is dropped. */
    private void keep(PairedScenario scenario, DuetPair pair) {
        rows.append(pair, List.of());
        if (pair.dropped().isEmpty()) {
            logRatios.get(scenario).add(decisive(pair));
        }
        timeLeft.done();
        String line = "block " + pair.block() + "  " + scenario.base().name() + "  " + words(pair) + "  (at most "
                + Durations.text(timeLeft.estimate()) + " left)";
        if (pair.dropped().isEmpty()) {
            progress.passing(line);
        } else {
            progress.report(line);
        }
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
        return new EnvironmentException(
                "no sample of " + arm + " worked: " + side.sample().statusReason()
                        + "; scratch/jmh-base.log and scratch/jmh-new.log of the run have JMH's output");
    }
}
