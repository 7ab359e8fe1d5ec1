package io.producerbench.duet;

import io.producerbench.latency.MeasuredWindow;
import io.producerbench.results.Column;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.RunKeys;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.SampleMetrics;
import io.producerbench.results.SampleRow;
import io.producerbench.results.SettingColumn;
import io.producerbench.results.sample.HostMeasurements;
import io.producerbench.results.sample.MachineLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/** The columns of {@code duet.csv}, in order. {@code docs/files} says what each means. */
public final class DuetColumns {
    static final String BASE = "base";
    static final String NEW = "new";

    /** What the columns mean: names, unit, meaning, and when a cell is empty. */
    public static final String WORDS = """
            schema_version run_id started_at commit dirty cluster_kind broker_version client_version jdk cpu_model cores capacity_valid seed | | as in `samples.csv` | as there
            base_arm new_arm | | the arms as the user wrote them; for a jar the name of the file | never
            block | | from 1; each block has one pair of every scenario that is not yet decided | never
            scenario | | name of the scenario; that of the base arm if the arms are settings | never
            benchmark acks enable.idempotence transactional min.insync.replicas record_size partitions replication.factor producers linger.ms batch.size max.in.flight.requests.per.connection compression.type buffer.memory target_rate records_per_transaction transaction_ms abort_rate open_transaction_ms keys latency_sampling brokers_down | | of the base arm, as in `samples.csv` | as there
            first | | which arm's fork was started first, drawn at random for each block; the order of the slots is drawn anew in each slot pair: `base` or `new` | never
            dropped | | why the pair does not count: a sample that is not OK, more stolen time than allowed, a replica out of sync, a leader that moved; the whole pair is dropped | it counts
            base_records_per_s new_records_per_s | records/s | as in `samples.csv` | FAILED
            log_ratio_records_per_s | | mean of the middle half of the slot pairs' natural logarithms of new divided by base | one of the two is
            base_ack_p50_us new_ack_p50_us | µs | as in `samples.csv` | FAILED, MaxRate, `acks=0`
            log_ratio_ack_p50_us | | natural logarithm of new divided by base | one of the two is
            base_ack_p99_us new_ack_p99_us | µs | as in `samples.csv` | FAILED, MaxRate, `acks=0`
            log_ratio_ack_p99_us | | natural logarithm of new divided by base | one of the two is
            base_client_cpu_us_per_record new_client_cpu_us_per_record | µs | as in `samples.csv` | FAILED
            log_ratio_client_cpu_us_per_record | | mean of the middle half of the slot pairs' natural logarithms of new divided by base | one of the two is
            base_broker_cpu_us_per_record new_broker_cpu_us_per_record | µs | as in `samples.csv` | FAILED, not read
            log_ratio_broker_cpu_us_per_record | | natural logarithm of new divided by base | one of the two is
            base_commit | | commit of the code that the base arm measured; `unknown` for a jar | never
            base_client_version | | Kafka version of the base arm's producer | never
            base_broker_version | | Kafka version of the base arm's brokers | never
            base_status | | of the base arm's sample, as in `samples.csv` | never
            base_status_reason | | as in `samples.csv` | OK
            base_steal_share | of all cores | time that the hypervisor gave to other machines during the base arm's sample | FAILED, unknown
            base_machine_busy_share | of all cores | time that was not idle, stolen time included | FAILED, unknown
            base_load_1min | | load average of the last minute when the base arm's sample began | the system does not tell
            base_gc_ms | ms | the base arm's collections in the window | FAILED
            base_smallest_isr | replicas | the smallest number in sync that any partition was seen with | FAILED, not observed
            base_leader_moves | | how often a partition was seen with another leader than before | FAILED, not observed
            new_commit | | commit of the code that the new arm measured; `unknown` for a jar | never
            new_client_version | | Kafka version of the new arm's producer | never
            new_broker_version | | Kafka version of the new arm's brokers | never
            new_status | | of the new arm's sample, as in `samples.csv` | never
            new_status_reason | | as in `samples.csv` | OK
            new_steal_share | of all cores | time that the hypervisor gave to other machines during the new arm's sample | FAILED, unknown
            new_machine_busy_share | of all cores | time that was not idle, stolen time included | FAILED, unknown
            new_load_1min | | load average of the last minute when the new arm's sample began | the system does not tell
            new_gc_ms | ms | the new arm's collections in the window | FAILED
            new_smallest_isr | replicas | the smallest number in sync that any partition was seen with | FAILED, not observed
            new_leader_moves | | how often a partition was seen with another leader than before | FAILED, not observed
            """;

    public static final List<Column<DuetPair>> ALL = all();

    private DuetColumns() {}

    private static List<Column<DuetPair>> all() {
        List<Column<DuetPair>> columns = new ArrayList<>(RunIdentity.leadingColumns(
                DuetPair::run, pair -> pair.first().sample().startedAt()));
        columns.add(Column.text(JudgementKeys.BASE_ARM, DuetPair::baseArm));
        columns.add(Column.text(JudgementKeys.NEW_ARM, DuetPair::otherArm));
        columns.add(Column.text(SampleKeys.BLOCK, DuetPair::block));
        columns.add(Column.text(JudgementKeys.SCENARIO, pair -> pair.scenario().name()));
        SettingColumn.COLUMNS.forEach(column -> columns.add(column.on(DuetPair::scenario)));
        columns.add(Column.text(SampleKeys.FIRST, pair -> pair.order().first()));
        columns.add(Column.text(JudgementKeys.DROPPED, pair -> pair.dropped().orElse("")));
        for (ComparedMetric compared : ComparedMetric.values()) {
            columns.addAll(compared(compared));
        }
        columns.addAll(arm(BASE, DuetPair::base));
        columns.addAll(arm(NEW, DuetPair::other));
        return List.copyOf(columns);
    }

    private static List<Column<DuetPair>> compared(ComparedMetric compared) {
        ColumnKey column = SampleMetrics.column(compared.metric());
        return List.of(
                Column.number(
                        column.of(BASE), 4, pair -> compared.of(pair.base().sample())),
                Column.number(
                        column.of(NEW), 4, pair -> compared.of(pair.other().sample())),
                Column.number(JudgementKeys.logRatio(column), 9, pair -> pair.logRatio(compared)));
    }

    private static List<Column<DuetPair>> arm(String side, Function<DuetPair, ArmSide> arm) {
        Function<DuetPair, SampleRow> sample = pair -> arm.apply(pair).sample();
        return List.of(
                Column.text(
                        RunKeys.COMMIT.of(side),
                        pair -> sample.apply(pair).run().commit()),
                Column.text(
                        RunKeys.CLIENT_VERSION.of(side),
                        pair -> sample.apply(pair).run().clientVersion()),
                Column.text(
                        RunKeys.BROKER_VERSION.of(side),
                        pair -> sample.apply(pair).run().brokerVersion()),
                Column.text(
                        SampleKeys.STATUS.of(side), pair -> sample.apply(pair).status()),
                Column.text(
                        SampleKeys.STATUS_REASON.of(side),
                        pair -> sample.apply(pair).statusReason()),
                Column.number(
                        SampleKeys.STEAL_SHARE.of(side),
                        3,
                        pair -> arm.apply(pair).steal()),
                Column.number(
                        SampleKeys.MACHINE_BUSY_SHARE.of(side),
                        3,
                        pair -> sample.apply(pair)
                                .host()
                                .map(HostMeasurements::load)
                                .map(MachineLoad::busy)
                                .orElse(OptionalDouble.empty())),
                Column.number(side + "_load_1min", 2, pair -> arm.apply(pair).load()),
                Column.number(SampleKeys.GC_MS.of(side), 0, pair -> gcMillis(sample.apply(pair))),
                Column.number(
                        side + "_smallest_isr", 0, pair -> whole(arm.apply(pair).smallestIsr())),
                Column.number(
                        side + "_leader_moves", 0, pair -> whole(arm.apply(pair).leaderMoves())));
    }

    private static OptionalDouble gcMillis(SampleRow sample) {
        return sample.fork()
                .map(fork -> OptionalDouble.of(fork.counts().windows().stream()
                        .mapToLong(MeasuredWindow::gcMillis)
                        .sum()))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble whole(OptionalInt value) {
        return value.isPresent() ? OptionalDouble.of(value.getAsInt()) : OptionalDouble.empty();
    }
}
