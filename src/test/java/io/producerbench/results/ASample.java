package io.producerbench.results;

import io.producerbench.latency.ClientMetrics;
import io.producerbench.latency.IterationCounts;
import io.producerbench.latency.JvmUsage;
import io.producerbench.latency.Latency;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.latency.MeasuredWindow.BrokerCount;
import io.producerbench.latency.ReplicaChange;
import io.producerbench.latency.Totals;
import io.producerbench.latency.VisibilityCounts;
import io.producerbench.results.sample.BrokerDeath;
import io.producerbench.results.sample.ForkResult;
import io.producerbench.results.sample.HostMeasurements;
import io.producerbench.results.sample.MachineLimits;
import io.producerbench.results.sample.MachineLoad;
import io.producerbench.results.sample.Problem;
import io.producerbench.results.sample.Refusal;
import io.producerbench.results.sample.SampleCheck;
import io.producerbench.results.sample.Standstill;
import io.producerbench.results.sample.Warmth;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.scenario.Readers;
import io.producerbench.scenario.Scenario;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * A sample that is good in every respect until a test spoils it in one: 500,000 records were sent
 * and acknowledged in the five seconds of its window, 100,000 in the warm-up before, and the log
 * holds them all.
 */
public final class ASample {
    public static final RunIdentity RUN = new RunIdentity(
            "20261123T164311Z-a31fb7a",
            "a31fb7a0123456789abcdef0123456789abcdef0",
            false,
            "processes",
            "4.3.1",
            "4.3.0",
            "17.0.9",
            "Some CPU, 2.20GHz",
            2,
            false,
            42);
    static final Instant STARTED = Instant.parse("2026-11-23T16:44:00.123Z");

    /** A minimum of three, of which one is dead. */
    static final Map<Axis, String> REFUSED = Map.of(Axis.MIN_INSYNC_REPLICAS, "3", Axis.BROKERS_DOWN, "1");

    /** The answers that such a setting must get. */
    static final Refusal AS_EXPECTED = new Refusal(
            new Refusal.Answers(20, Map.of("not_enough_replicas", 20L), Map.of(), 12.25),
            new Refusal.Answers(20, Map.of(), Map.of("timeout", 20L), 5_012.5),
            5_000);

    static final HostMeasurements REFUSING =
            HostMeasurements.withoutWindow(OptionalLong.of(0), OptionalInt.of(2), Optional.empty());

    static final BrokerDeath ACKNOWLEDGED_AGAIN =
            new BrokerDeath(1, 2, OptionalDouble.of(9_876.54), OptionalDouble.of(9_880.04));

    /** A broker's death after which nothing is acknowledged. */
    static final BrokerDeath UNACKNOWLEDGED = new BrokerDeath(1, 2, OptionalDouble.empty(), OptionalDouble.empty());

    private static final long OPENED = 1_000_000_000L;

    private Scenario scenario;
    private long closed = OPENED + TimeUnit.SECONDS.toNanos(5);
    private final Map<Latency, Histogram> latencies = new EnumMap<>(Latency.class);
    private Totals totals = new Totals(600_000, 600_000, Map.of(), Map.of(), 0, 0, 0, 0, 0, 0);
    private long sent = 500_000;
    private long due;
    private long succeeded = 500_000;
    private long busiestThreadNanos = 2_000_000_000L;
    private BrokerCount brokers = new BrokerCount(500_000, 500_000, 5_000_000_000L, 0);
    private OptionalLong logEnd = OptionalLong.of(600_000);
    private OptionalDouble machineBusy = OptionalDouble.of(0.5);
    private OptionalDouble others = OptionalDouble.of(0.0125);
    private OptionalDouble steal = OptionalDouble.of(0.0125);
    private Standstill standstill = new Standstill("the client", 42_000_000L);
    private OptionalInt smallestIsr = OptionalInt.of(3);
    private List<ReplicaChange> replicaChanges = List.of();
    private Optional<String> clusterFailure = Optional.empty();
    private OptionalLong invisibleUntilHeal = OptionalLong.empty();
    private Optional<BrokerDeath> death = Optional.empty();
    private boolean direct = true;
    private double unscored;
    private Optional<VisibilityCounts> visibility = Optional.empty();
    private ClientMetrics client = new ClientMetrics(16_000.25, 0, 0, 3, 0);

    private ASample(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Closed loop; {@code acks=all}, not idempotent, but for what {@code values} say. */
    public static ASample atMaxRate(Map<Axis, String> values) {
        return new ASample(scenario(Scenario.UNPACED, values));
    }

    /**
     * Open loop with every record on time; {@code acks=all}, not idempotent, but for what
     * {@code values} say.
     */
    public static ASample atRate(int recordsPerSecond, Map<Axis, String> values) {
        long records = recordsPerSecond * 5L;
        return new ASample(scenario(Integer.toString(recordsPerSecond), values))
                .totals(new Totals(records, records, Map.of(), Map.of(), 0, 0, 0, 0, 0, 0))
                .inWindow(records, records, records)
                .brokers(new BrokerCount(records, records, 5_000_000_000L, 0))
                .logEnd(records);
    }

    private static Scenario scenario(String rate, Map<Axis, String> values) {
        Map<Axis, String> all = new EnumMap<>(Axis.class);
        all.put(Axis.ACKS, "all");
        all.put(Axis.RATE, rate);
        all.putAll(values);
        return Scenario.ofDefaults(all);
    }

    /** Of brokers that are not reached at their own sockets. */
    ASample relayed() {
        direct = false;
        return this;
    }

    ASample totals(Totals what) {
        totals = what;
        return this;
    }

    public ASample inWindow(long sentRecords, long dueRecords, long succeededRecords) {
        sent = sentRecords;
        due = dueRecords;
        succeeded = succeededRecords;
        return this;
    }

    /** With a window of so many milliseconds instead of five seconds. */
    ASample lasting(long millis) {
        closed = OPENED + TimeUnit.MILLISECONDS.toNanos(millis);
        return this;
    }

    ASample brokers(BrokerCount count) {
        brokers = count;
        return this;
    }

    ASample throttledMillis(double millis) {
        client = new ClientMetrics(16_000.25, millis, 0, 3, 0);
        return this;
    }

    ASample batchSplits(long splits) {
        client = new ClientMetrics(16_000.25, 0, splits, 3, 0);
        return this;
    }

    ASample busiestThreadSeconds(double seconds) {
        busiestThreadNanos = Math.round(seconds * 1e9);
        return this;
    }

    /** Values of equal weight, in microseconds. */
    public ASample latency(Latency latency, long... micros) {
        Histogram histogram = new Histogram(TimeUnit.HOURS.toNanos(1), 3);
        for (long value : micros) {
            histogram.recordValue(TimeUnit.MICROSECONDS.toNanos(value));
        }
        latencies.put(latency, histogram);
        return this;
    }

    public ASample logEnd(long records) {
        logEnd = OptionalLong.of(records);
        return this;
    }

    /** Two consumers read its records. */
    ASample seen(VisibilityCounts counts) {
        scenario = scenario.with(Readers.BOTH_ISOLATION_LEVELS);
        visibility = Optional.of(counts);
        return this;
    }

    ASample logEndUnknown() {
        logEnd = OptionalLong.empty();
        return this;
    }

    ASample machineBusy(double share) {
        machineBusy = OptionalDouble.of(share);
        return this;
    }

    ASample machineLoadUnknown() {
        machineBusy = OptionalDouble.empty();
        return this;
    }

    /** Other processes used this share of the machine. */
    public ASample others(double share) {
        others = OptionalDouble.of(share);
        return this;
    }

    /** The hypervisor kept this share of the cores' time. */
    ASample steal(double share) {
        steal = OptionalDouble.of(share);
        return this;
    }

    ASample othersUnknown() {
        others = OptionalDouble.empty();
        return this;
    }

    ASample stoodStill(String who, long millis) {
        standstill = new Standstill(who, TimeUnit.MILLISECONDS.toNanos(millis));
        return this;
    }

    /** JMH's score leaves out so many seconds of the window. */
    ASample unscored(double seconds) {
        unscored = seconds;
        return this;
    }

    public ASample replicaChanges(ReplicaChange... changes) {
        replicaChanges = List.of(changes);
        return this;
    }

    public ASample smallestIsr(int replicas) {
        smallestIsr = OptionalInt.of(replicas);
        return this;
    }

    ASample clusterFailure(String what) {
        clusterFailure = Optional.of(what);
        return this;
    }

    /**
     * The broker's death that came before, and how many records were to be seen only when it was
     * back.
     */
    ASample afterFailover(BrokerDeath what, long invisible) {
        death = Optional.of(what);
        invisibleUntilHeal = OptionalLong.of(invisible);
        return smallestIsr(2);
    }

    ForkResult measured() {
        MeasuredWindow window = new MeasuredWindow(
                OPENED,
                closed,
                100_000,
                sent,
                due,
                succeeded,
                4_000_000_000L,
                busiestThreadNanos,
                60_000_000L,
                12,
                3_552,
                JvmUsage.NONE,
                brokers);
        return new ForkResult(
                new IterationCounts(STARTED.plusMillis(3_500), List.of(window), totals, client),
                latencies,
                Map.of(),
                visibility,
                1,
                100_123.45,
                "ops/s",
                unscored);
    }

    HostMeasurements surroundings() {
        return new HostMeasurements(
                logEnd,
                OptionalLong.of(3_000_000_000L),
                new MachineLoad(
                        machineBusy,
                        others,
                        steal,
                        OptionalDouble.of(0.25),
                        OptionalDouble.of(0.005),
                        OptionalDouble.of(0.015),
                        standstill),
                smallestIsr,
                replicaChanges,
                clusterFailure,
                invisibleUntilHeal,
                direct,
                Warmth.WARM);
    }

    List<String> problems() {
        return checked().stream().map(Problem::text).toList();
    }

    List<Problem> checked() {
        return SampleCheck.problems(scenario, measured(), surroundings(), MachineLimits.DEFAULT);
    }

    Step step(int block, int orderInBlock) {
        return new Step(block, orderInBlock, scenario);
    }

    /** A sample at the same setting whose records were to be refused. */
    static SampleRow refused(int block, int orderInBlock, Refusal refusal) {
        ASample sample = atMaxRate(REFUSED);
        return SampleRow.refused(
                RUN, STARTED, sample.step(block, orderInBlock), refusal, REFUSING, Optional.of(UNACKNOWLEDGED));
    }

    public SampleRow row(int block, int orderInBlock) {
        return SampleRow.checked(
                RUN, STARTED, step(block, orderInBlock), measured(), surroundings(), MachineLimits.DEFAULT, death);
    }
}
