package io.producerbench.curve;

import io.producerbench.cluster.ClusterKind;
import io.producerbench.curve.search.LatencyGoal;
import io.producerbench.environment.WorkDirectory;
import io.producerbench.latency.Latency;
import io.producerbench.results.ASample;
import io.producerbench.results.SampleRow;
import io.producerbench.results.sample.MachineLimits;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.scenario.Pacing.OpenLoop;
import io.producerbench.sweep.SampleRunner.Sample;
import io.producerbench.sweep.SweepRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/**
 * Requests, and the samples of a cluster that does 1,000 records/s in closed loop and whose
 * latencies grow without bound towards that rate, but for what a test says.
 */
final class ACurve {
    static final int MAXIMUM = 1_000;
    static final LatencyGoal GOAL = LatencyGoal.parse("p99=20ms");

    /** Up to this rate 99 % of the records take at most 20 ms. */
    static final int CAPACITY = 851;

    static final TrialDropRule RULE = new TrialDropRule(MachineLimits.USUAL_MOST_STEAL, MachineLimits.DEFAULT);

    private static final int WINDOW_SECONDS = 5;

    private ACurve() {}

    static CurveRequest request(String goals, String... jmhArguments) {
        return new CurveRequest(
                new SweepRequest(
                        List.of(jmhArguments),
                        false,
                        OptionalInt.empty(),
                        42,
                        ClusterKind.PROCESSES,
                        "4.3.1",
                        Path.of("project"),
                        Path.of("results"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        MachineLimits.DEFAULT,
                        WorkDirectory.usual()),
                LatencyGoal.list(goals),
                RULE);
    }

    /** Returns the sample that this cluster gives. */
    static Sample sample(Step step) {
        return sample(step, quiet(step));
    }

    /** Returns this sample as that of a step. */
    static Sample sample(Step step, ASample sample) {
        SampleRow row = sample.row(step.block(), step.orderInBlock());
        return new Sample(
                new SampleRow(
                        row.run(),
                        row.startedAt(),
                        step,
                        row.validity(),
                        row.fork(),
                        row.host(),
                        row.death(),
                        row.refusal()),
                Optional.empty(),
                OptionalInt.of(0));
    }

    /** Returns the row of a step whose brokers had died before it began. */
    static Sample notRun(Step step) {
        SampleRow row = sample(step).row();
        return new Sample(
                SampleRow.failed(row.run(), row.startedAt(), step, SampleRow.NOT_RUN + "node 2 died"),
                Optional.empty(),
                OptionalInt.empty());
    }

    static ASample quiet(Step step) {
        if (!(step.scenario().pacing() instanceof OpenLoop open)) {
            long records = MAXIMUM * WINDOW_SECONDS;
            return ASample.atMaxRate(Map.of()).inWindow(records, 0, records);
        }
        int rate = open.recordsPerSecond();
        double fastest = 1_000 / (1 - Math.min(0.99, rate / (double) MAXIMUM));
        int records = rate * WINDOW_SECONDS;
        ASample sample = ASample.atRate(rate, Map.of());
        if (!step.scenario().guarantee().acks().confirms()) {
            return sample;
        }
        return sample.latency(
                Latency.ACK,
                LongStream.rangeClosed(1, records)
                        .map(i -> Math.round(fastest * (1 + 2.0 * i / records)))
                        .toArray());
    }
}
