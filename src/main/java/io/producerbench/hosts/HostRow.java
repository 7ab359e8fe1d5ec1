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
 * @param offset of the host's clock, if it was measured
 * @param measured empty if the host gave no result
 */
record HostRow(
        String runId,
        String topic,
        LoadHost host,
        String status,
        String reason,
        Optional<ClockOffset> offset,
        Optional<HostFacts> facts,
        Optional<HostSample> measured) {
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
