package io.producerbench.plan;

import io.producerbench.results.Column;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.CsvTable;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.RunKeys;
import io.producerbench.results.TrialKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The columns of a plan in CSV, in order. docs/planning.md explains each of them. */
final class CapacityPlanColumns {
    private CapacityPlanColumns() {}

    static String csv(CapacityPlan plan) {
        return new CsvTable<>(all(plan)).text(plan.modes());
    }

    private static List<Column<PlannedMode>> all(CapacityPlan plan) {
        PlannedLoad load = plan.question().load();
        List<Column<PlannedMode>> columns = new ArrayList<>();
        columns.add(Column.text(RunKeys.SCHEMA_VERSION, row -> RunIdentity.SCHEMA_VERSION));
        columns.add(Column.text("measured_in", PlannedMode::measuredIn));
        columns.add(Column.text("measured_record_size", row -> plan.recordSize()));
        columns.add(number("planned_records_per_s", 1, row -> OptionalDouble.of(load.recordsPerSecond())));
        columns.add(Column.text("planned_record_size", row -> load.recordBytes()));
        columns.add(Column.text(TrialKeys.MODE, PlannedMode::mode));
        columns.add(Column.text("plan_status", row -> row.verdict().status()));
        columns.add(Column.text(
                "plan_reason", row -> String.join("; ", row.verdict().reasons())));
        columns.add(Column.text("guarantee", PlannedMode::guarantee));
        columns.addAll(rates());
        columns.addAll(brokers());
        columns.addAll(clients());
        columns.addAll(withoutOne());
        columns.add(Column.text("exposure", PlannedMode::exposure));
        return columns;
    }

    private static List<Column<PlannedMode>> rates() {
        List<Column<PlannedMode>> columns = new ArrayList<>();
        columns.add(number("rate_low", 1, row -> of(row.bounds(), RateBounds::low)));
        columns.add(number("rate_high", 1, row -> of(row.bounds(), RateBounds::high)));
        columns.add(number(
                "conditional_throughput",
                1,
                row -> row.bounds().map(RateBounds::conditional).orElse(OptionalDouble.empty())));
        columns.addAll(range("rate_ratio", row -> row.relative().rate()));
        columns.addAll(range("p99_ratio", row -> row.relative().p99()));
        columns.add(number("latency_at_records_per_s", 1, row -> of(row.latency(), MeasuredPoint::recordsPerSecond)));
        for (PlanPercentile percentile : PlanPercentile.values()) {
            columns.add(number(
                    "latency_" + percentile.statistic() + "_us",
                    1,
                    row -> of(row.latency().map(point -> point.micros().get(percentile)), micros -> micros)));
        }
        columns.add(number("headroom", 4, PlannedMode::headroom));
        return columns;
    }

    private static List<Column<PlannedMode>> brokers() {
        List<Column<PlannedMode>> columns = new ArrayList<>();
        columns.addAll(range("broker_cpu_ratio", row -> row.relative().brokerCpu()));
        columns.addAll(range("broker_cpu_us", PlannedMode::brokerMicros));
        columns.add(number("bytes_per_record", 2, PlannedMode::bytesPerRecord));
        columns.add(count("brokers_cpu", row -> row.brokers().map(BrokerNeed::cpu)));
        columns.add(count("brokers_network", row -> row.brokers().map(BrokerNeed::network)));
        columns.add(count("brokers_disk", row -> row.brokers().map(BrokerNeed::disk)));
        columns.add(count("brokers_least", row -> row.brokers().map(need -> OptionalLong.of(need.least()))));
        columns.add(count("brokers", row -> row.brokers().map(need -> OptionalLong.of(need.total()))));
        columns.add(count("brokers_low", row -> row.brokers().map(need -> OptionalLong.of(need.low()))));
        columns.add(count("brokers_high", row -> row.brokers().map(need -> OptionalLong.of(need.high()))));
        columns.add(Column.text(
                "brokers_binding", row -> row.brokers().map(BrokerNeed::binding).orElse("")));
        return columns;
    }

    private static List<Column<PlannedMode>> clients() {
        return List.of(
                count("client_instances", row -> Optional.of(row.clients().instances())),
                count(
                        "transactional_producers",
                        row -> Optional.of(row.clients().transactional())),
                count("partitions_at_least", row -> Optional.of(row.clients().partitions())));
    }

    private static List<Column<PlannedMode>> withoutOne() {
        return List.of(
                number(
                        "one_down_rate_ratio",
                        4,
                        row -> row.withoutOne().map(WithoutOneBroker::rate).orElse(OptionalDouble.empty())),
                number(
                        "one_down_p99_ratio",
                        4,
                        row -> row.withoutOne().map(WithoutOneBroker::p99).orElse(OptionalDouble.empty())),
                number(
                        "one_down_unavailable_ms",
                        1,
                        row -> row.withoutOne()
                                .map(WithoutOneBroker::unavailableMs)
                                .orElse(OptionalDouble.empty())));
    }

    private static List<Column<PlannedMode>> range(String name, Function<PlannedMode, Optional<PlanRange>> range) {
        return List.of(
                number(name, 4, row -> of(range.apply(row), PlanRange::middle)),
                number(name + "_low", 4, row -> of(range.apply(row), PlanRange::low)),
                number(name + "_high", 4, row -> of(range.apply(row), PlanRange::high)));
    }

    private static Column<PlannedMode> number(String name, int decimals, Function<PlannedMode, OptionalDouble> value) {
        return Column.number(new ColumnKey(name), decimals, value);
    }

    private static Column<PlannedMode> count(String name, Function<PlannedMode, Optional<OptionalLong>> value) {
        return Column.text(
                new ColumnKey(name),
                row -> value.apply(row)
                        .filter(OptionalLong::isPresent)
                        .map(count -> Long.toString(count.getAsLong()))
                        .orElse(""));
    }

    private static <T> OptionalDouble of(Optional<T> part, ToDoubleFunction<T> value) {
        return part.map(one -> OptionalDouble.of(value.applyAsDouble(one))).orElse(OptionalDouble.empty());
    }
}
