package io.producerbench.results;

import io.producerbench.latency.Latency;
import io.producerbench.results.sample.BrokerDeath;
import io.producerbench.results.sample.Refusal;
import java.util.Locale;

/** Describes the numbers of a valid sample in a few words. */
final class SampleHeadline {
    private SampleHeadline() {}

    static String of(SampleRow row) {
        if (row.refusal().isPresent()) {
            return refusal(row.refusal().get());
        }
        double rate = row.recordsPerSecond()
                .or(() -> row.fork().map(fork -> fork.counts().recordsPerSecond()))
                .orElse(Double.NaN);
        String latency = row.fork()
                .flatMap(fork -> fork.latency(Latency.ACK))
                .map(histogram -> String.format(
                        Locale.ROOT,
                        ", ack p50 %.1f ms, p99 %.1f ms",
                        LatencyColumns.micros(histogram, "p50") / 1e3,
                        LatencyColumns.micros(histogram, "p99") / 1e3))
                .orElse("");
        return String.format(
                Locale.ROOT,
                "%,.0f records/s%s%s",
                rate,
                latency,
                row.death().map(SampleHeadline::outage).orElse(""));
    }

    /**
     * Returns for how long the broker's death kept records from being acknowledged; empty if that
     * is not known.
     */
    private static String outage(BrokerDeath death) {
        return death.unavailableMillis().isPresent()
                ? String.format(
                        Locale.ROOT,
                        ", unavailable %.1f s",
                        death.unavailableMillis().getAsDouble() / 1e3)
                : "";
    }

    private static String refusal(Refusal refusal) {
        return String.format(
                Locale.ROOT,
                "refused: %s after %.0f ms, %s after %.0f ms with retries",
                refusal.atOnce().kinds(),
                refusal.atOnce().medianMillis(),
                refusal.afterRetries().kinds(),
                refusal.afterRetries().medianMillis());
    }
}
