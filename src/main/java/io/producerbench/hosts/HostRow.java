package io.producerbench.hosts;

import io.producerbench.guarantee.Acks;
import io.producerbench.latency.Latency;
import io.producerbench.results.sample.ForkResult;
import java.util.Optional;

/**
 * The row of one host in one sample, in {@code hosts.csv}.
 *
 * @param topic of the sample, which names run, block, cell and attempt
 * @param status OK, FAILED if the sample ended because of this host, or STOPPED with the others
 * @param reason why the sample ended; empty if OK
 * @param offsets of the host's clock
 * @param measured empty if the host gave no result
 */
record HostRow(
        String runId,
        String topic,
        LoadHost host,
        String status,
        String reason,
        HostOffsets offsets,
        Optional<HostFacts> facts,
        Optional<HostSample> measured) {
    /**
     * How far a host's clock is ahead of the driver's.
     *
     * @param before the sample; empty if its agent did not answer
     * @param after the sample; empty if the sample did not come to its end
     */
    record HostOffsets(Optional<ClockOffset> before, Optional<ClockOffset> after) {
        /** Returns how much the host's clock gained meanwhile, ms. */
        Optional<Double> driftMillis() {
            return before.flatMap(first -> after.map(last -> last.millis() - first.millis()));
        }
    }

    /**
     * What the host gave of the sample.
     *
     * @param acks of the sample; with {@code acks=0} no callback is an acknowledgement
     */
    record HostSample(ForkResult result, LaneResult lane, Acks acks) {
        /** Returns the acknowledged records, warm-up included; empty with {@code acks=0}. */
        Optional<Long> acknowledged() {
            return Optional.of(result.counts().totals().succeeded()).filter(records -> acks.confirms());
        }

        Optional<Double> micros(Latency latency, double percent) {
            return result.latency(latency).isPresent()
                    ? Optional.of(result.percentileNanos(latency, percent) / 1e3)
                    : Optional.empty();
        }
    }
}
