package io.producerbench.report.page;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.cost.SettingCost;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The cost of one setting, beside that of acks=1 in the same run.
 *
 * @param rate of records at the highest rate
 * @param p99 from when a record was due to its acknowledgement, at the fixed rate
 * @param cpu of the client and all brokers together for each record, at the highest rate
 */
record ModeCost(SettingCost cost, Optional<Ratio> rate, Optional<Ratio> p99, Optional<Ratio> cpu) {
    /** Returns the costs, in the order of the summary. */
    static List<ModeCost> of(List<SettingCost> costs, List<ResultRow> samples) {
        return costs.stream().map(cost -> of(cost, costs, samples)).toList();
    }

    private static ModeCost of(SettingCost cost, List<SettingCost> all, List<ResultRow> samples) {
        Optional<SettingCost> base = all.stream()
                .filter(other -> other.mode() == Mode.ACKS_1
                        && other.recordSize() == cost.recordSize()
                        && other.setting().equals(cost.setting()))
                .findFirst();
        return new ModeCost(
                cost,
                ratio(samples, cost.max(), base.flatMap(SettingCost::max), row -> row.amount(SampleKeys.RECORDS_PER_S)),
                ratio(
                        samples,
                        cost.fixed(),
                        base.flatMap(SettingCost::fixed),
                        row -> row.amount(SampleKeys.ACK_P99_US)),
                ratio(samples, cost.max(), base.flatMap(SettingCost::max), ModeCost::cpu));
    }

    private static Optional<Ratio> ratio(
            List<ResultRow> samples,
            Optional<ResultRow> setting,
            Optional<ResultRow> base,
            Function<ResultRow, OptionalDouble> number) {
        return setting.isEmpty() || base.isEmpty()
                ? Optional.empty()
                : Ratio.of(samples, setting.get(), base.get(), number);
    }

    private static OptionalDouble cpu(ResultRow row) {
        OptionalDouble client = row.amount(SampleKeys.CLIENT_CPU_US_PER_RECORD);
        OptionalDouble brokers = row.amount(SampleKeys.BROKER_CPU_US_PER_RECORD);
        return client.isEmpty() || brokers.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(client.getAsDouble() + brokers.getAsDouble());
    }

    Mode mode() {
        return cost.mode();
    }

    boolean isBase() {
        return mode() == Mode.ACKS_1;
    }
}
