package io.producerbench.results;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The columns of {@code samples.csv} that only samples with a dead broker have something in. */
final class OutageColumns {
    static final List<Column<SampleRow>> ALL = List.of(
            death("killed_broker", BrokerDeath::killedBroker),
            death("leaders_moved", BrokerDeath::leadersMoved),
            millis("unavailable_ms", BrokerDeath::unavailableMillis),
            millis("first_ack_ms", BrokerDeath::firstAckMillis),
            Column.number(
                    "invisible_until_heal",
                    0,
                    row -> row.surroundings()
                            .filter(s -> s.invisibleUntilHeal().isPresent())
                            .map(s -> OptionalDouble.of(s.invisibleUntilHeal().getAsLong()))
                            .orElse(OptionalDouble.empty())),
            refusal("refused", refusal -> refusal.atOnce().answered()),
            refusal("refused_with", refusal -> refusal.atOnce().kinds()),
            refusalMillis("refused_p50_ms", refusal -> refusal.atOnce().medianMillis()),
            refusal("expired", refusal -> refusal.afterRetries().answered()),
            refusal("expired_with", refusal -> refusal.afterRetries().kinds()),
            refusalMillis("expired_p50_ms", refusal -> refusal.afterRetries().medianMillis()),
            refusal("delivery_timeout_ms", Refusal::deliveryTimeoutMillis));

    private OutageColumns() {}

    /** How long the broker's death could be felt, as the end of a sentence; empty where it could not. */
    static String headline(BrokerDeath death) {
        return death.unavailableMillis().isPresent()
                ? String.format(
                        Locale.ROOT,
                        ", unavailable %.1f s",
                        death.unavailableMillis().getAsDouble() / 1e3)
                : "";
    }

    static String headline(Refusal refusal) {
        return String.format(
                Locale.ROOT,
                "refused: %s after %.0f ms, %s after %.0f ms with retries",
                refusal.atOnce().kinds(),
                refusal.atOnce().medianMillis(),
                refusal.afterRetries().kinds(),
                refusal.afterRetries().medianMillis());
    }

    private static Column<SampleRow> death(String name, Function<BrokerDeath, Object> value) {
        return Column.text(
                name, row -> row.death().map(value).map(String::valueOf).orElse(""));
    }

    private static Column<SampleRow> millis(String name, Function<BrokerDeath, OptionalDouble> value) {
        return Column.number(name, 1, row -> row.death().map(value).orElse(OptionalDouble.empty()));
    }

    private static Column<SampleRow> refusal(String name, Function<Refusal, Object> value) {
        return Column.text(
                name, row -> row.refusal().map(value).map(String::valueOf).orElse(""));
    }

    private static Column<SampleRow> refusalMillis(String name, Function<Refusal, Double> value) {
        return Column.number(
                name, 1, row -> row.refusal().map(value).map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    }
}
