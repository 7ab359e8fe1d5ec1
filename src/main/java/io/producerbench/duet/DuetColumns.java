package io.producerbench.duet;

import io.producerbench.latency.MeasuredWindow;
import io.producerbench.results.Column;
import io.producerbench.results.HostMeasurements;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.SampleRow;
import io.producerbench.results.SettingColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/** The columns of {@code duet.csv}, in order. {@code results/README.md} says what each means. */
public final class DuetColumns {
    public static final List<Column<DuetPair>> ALL = all();

    private DuetColumns() {}

    private static List<Column<DuetPair>> all() {
        List<Column<DuetPair>> columns = new ArrayList<>(RunIdentity.leadingColumns(
                DuetPair::run, pair -> pair.first().sample().startedAt()));
        columns.add(Column.text("base_arm", DuetPair::baseArm));
        columns.add(Column.text("new_arm", DuetPair::otherArm));
        columns.add(Column.text("block", DuetPair::block));
        columns.add(Column.text("scenario", pair -> pair.scenario().name()));
        SettingColumn.COLUMNS.forEach(column -> columns.add(column.on(DuetPair::scenario)));
        columns.add(Column.text("first", pair -> pair.order().first()));
        columns.add(Column.text("dropped", pair -> pair.dropped().orElse("")));
        for (ComparedMetric compared : ComparedMetric.values()) {
            columns.addAll(compared(compared));
        }
        columns.addAll(arm("base", DuetPair::base));
        columns.addAll(arm("new", DuetPair::other));
        return List.copyOf(columns);
    }

    private static List<Column<DuetPair>> compared(ComparedMetric compared) {
        String name = compared.metric().name();
        return List.of(
                Column.number("base_" + name, 4, pair -> compared.of(pair.base().sample())),
                Column.number("new_" + name, 4, pair -> compared.of(pair.other().sample())),
                Column.number("log_ratio_" + name, 9, pair -> pair.logRatio(compared)));
    }

    private static List<Column<DuetPair>> arm(String prefix, Function<DuetPair, ArmSide> arm) {
        Function<DuetPair, SampleRow> sample = pair -> arm.apply(pair).sample();
        return List.of(
                Column.text(prefix + "_commit", pair -> sample.apply(pair).run().commit()),
                Column.text(
                        prefix + "_client_version",
                        pair -> sample.apply(pair).run().clientVersion()),
                Column.text(
                        prefix + "_broker_version",
                        pair -> sample.apply(pair).run().brokerVersion()),
                Column.text(prefix + "_status", pair -> sample.apply(pair).status()),
                Column.text(
                        prefix + "_status_reason", pair -> sample.apply(pair).statusReason()),
                Column.number(
                        prefix + "_steal_share", 3, pair -> arm.apply(pair).steal()),
                Column.number(
                        prefix + "_machine_busy_share",
                        3,
                        pair -> sample.apply(pair)
                                .surroundings()
                                .map(HostMeasurements::machineBusyShare)
                                .orElse(OptionalDouble.empty())),
                Column.number(prefix + "_load_1min", 2, pair -> arm.apply(pair).load()),
                Column.number(prefix + "_gc_ms", 0, pair -> gcMillis(sample.apply(pair))),
                Column.number(
                        prefix + "_smallest_isr",
                        0,
                        pair -> whole(arm.apply(pair).smallestIsr())),
                Column.number(
                        prefix + "_leader_moves",
                        0,
                        pair -> whole(arm.apply(pair).leaderMoves())));
    }

    private static OptionalDouble gcMillis(SampleRow sample) {
        return sample.measured()
                .map(m -> OptionalDouble.of(m.counts().windows().stream()
                        .mapToLong(MeasuredWindow::gcMillis)
                        .sum()))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble whole(OptionalInt value) {
        return value.isPresent() ? OptionalDouble.of(value.getAsInt()) : OptionalDouble.empty();
    }
}
