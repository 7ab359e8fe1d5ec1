package io.producerbench.duet;

import io.producerbench.latency.MeasuredWindow;
import io.producerbench.results.Column;
import io.producerbench.results.ColumnKey;
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

/** The columns of {@code duet.csv}, in order. {@code results/README.md} says what each means. */
public final class DuetColumns {
    static final String BASE = "base";
    static final String NEW = "new";
    static final ColumnKey BASE_ARM = new ColumnKey("base_arm");
    static final ColumnKey NEW_ARM = new ColumnKey("new_arm");
    static final ColumnKey SCENARIO = new ColumnKey("scenario");
    static final ColumnKey DROPPED = SampleKeys.DROPPED;

    public static final List<Column<DuetPair>> ALL = all();

    private DuetColumns() {}

    private static List<Column<DuetPair>> all() {
        List<Column<DuetPair>> columns = new ArrayList<>(RunIdentity.leadingColumns(
                DuetPair::run, pair -> pair.first().sample().startedAt()));
        columns.add(Column.text(BASE_ARM, DuetPair::baseArm));
        columns.add(Column.text(NEW_ARM, DuetPair::otherArm));
        columns.add(Column.text(SampleKeys.BLOCK, DuetPair::block));
        columns.add(Column.text(SCENARIO, pair -> pair.scenario().name()));
        SettingColumn.COLUMNS.forEach(column -> columns.add(column.on(DuetPair::scenario)));
        columns.add(Column.text(SampleKeys.FIRST, pair -> pair.order().first()));
        columns.add(Column.text(DROPPED, pair -> pair.dropped().orElse("")));
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
                Column.number(logRatio(column), 9, pair -> pair.logRatio(compared)));
    }

    /** Returns the key of the logarithm of the ratio of both arms. */
    static ColumnKey logRatio(ColumnKey column) {
        return column.of("log_ratio");
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
