package io.producerbench.results;

import io.producerbench.results.sample.BrokerDeath;
import io.producerbench.results.sample.Refusal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The columns of {@code samples.csv} that have a value only in samples with a dead broker. */
final class OutageColumns {
    static final List<Column<SampleRow>> ALL = List.of(
            death("killed_broker", BrokerDeath::killedBroker),
            death("leaders_moved", BrokerDeath::leadersMoved),
            millis(SampleKeys.UNAVAILABLE_MS, BrokerDeath::unavailableMillis),
            millis(SampleKeys.FIRST_ACK_MS, BrokerDeath::firstAckMillis),
            Column.number(
                    SampleKeys.INVISIBLE_UNTIL_HEAL,
                    0,
                    row -> row.host()
                            .filter(host -> host.invisibleUntilHeal().isPresent())
                            .map(host ->
                                    OptionalDouble.of(host.invisibleUntilHeal().getAsLong()))
                            .orElse(OptionalDouble.empty())),
            refusal(new ColumnKey("refused"), refusal -> refusal.atOnce().answered()),
            refusal(SampleKeys.REFUSED_WITH, refusal -> refusal.atOnce().kinds()),
            refusalMillis(SampleKeys.REFUSED_P50_MS, refusal -> refusal.atOnce().medianMillis()),
            refusal(new ColumnKey("expired"), refusal -> refusal.afterRetries().answered()),
            refusal(SampleKeys.EXPIRED_WITH, refusal -> refusal.afterRetries().kinds()),
            refusalMillis(
                    SampleKeys.EXPIRED_P50_MS, refusal -> refusal.afterRetries().medianMillis()),
            refusal(SampleKeys.DELIVERY_TIMEOUT_MS, Refusal::deliveryTimeoutMillis));

    private OutageColumns() {}

    private static Column<SampleRow> death(String name, Function<BrokerDeath, Object> value) {
        return Column.text(
                name, row -> row.death().map(value).map(String::valueOf).orElse(""));
    }

    private static Column<SampleRow> millis(ColumnKey key, Function<BrokerDeath, OptionalDouble> value) {
        return Column.number(key, 1, row -> row.death().map(value).orElse(OptionalDouble.empty()));
    }

    private static Column<SampleRow> refusal(ColumnKey key, Function<Refusal, Object> value) {
        return Column.text(
                key, row -> row.refusal().map(value).map(String::valueOf).orElse(""));
    }

    private static Column<SampleRow> refusalMillis(ColumnKey key, Function<Refusal, Double> value) {
        return Column.number(
                key, 1, row -> row.refusal().map(value).map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    }
}
