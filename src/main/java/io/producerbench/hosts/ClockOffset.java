package io.producerbench.hosts;

import io.producerbench.load.StartGate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How far another host's clock is ahead of ours, and how far that may be wrong.
 *
 * @param nanos positive if the other clock is ahead
 * @param uncertainNanos the offset is at most this much larger or smaller
 */
record ClockOffset(long nanos, long uncertainNanos) {
    private static final int EXCHANGES = 50;
    private static final long RESOLUTION_NANOS = 1_000_000;

    /**
     * One question for the other clock.
     *
     * @param sentNanos our clock before the question, since 1970
     * @param theirMillis the other clock's answer, rounded down to a millisecond
     * @param receivedNanos our clock after the answer
     */
    record Exchange(long sentNanos, long theirMillis, long receivedNanos) {
        /** Their clock was read at the latest when the answer came. */
        private long least() {
            return theirMillis * RESOLUTION_NANOS - receivedNanos;
        }

        /** Their clock was read when the question went at the earliest. */
        private long most() {
            return theirMillis * RESOLUTION_NANOS + RESOLUTION_NANOS - sentNanos;
        }
    }

    /**
     * Returns the middle of the offsets that agree with every exchange. Each allows a range as long
     * as its round trip and a millisecond; together they allow less than the shortest of them.
     * If a clock was set meanwhile, no offset agrees, and the exchange with the least round trip
     * decides.
     */
    static ClockOffset of(List<Exchange> exchanges) {
        long least = exchanges.stream().mapToLong(Exchange::least).max().orElseThrow();
        long most = exchanges.stream().mapToLong(Exchange::most).min().orElseThrow();
        if (least > most) {
            Exchange shortest = exchanges.stream()
                    .min((one, two) -> Long.compare(one.most() - one.least(), two.most() - two.least()))
                    .orElseThrow();
            least = shortest.least();
            most = shortest.most();
        }
        return new ClockOffset((least + most) / 2, (most - least) / 2);
    }

    /** Asks a server of Trogdor, whose path is {@code agent} or {@code coordinator}. */
    static ClockOffset measure(RestClient server, String path) throws IOException {
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i < EXCHANGES; i++) {
            long sent = StartGate.epochNanos();
            long theirs = server.get("/" + path + "/uptime")
                    .orElseThrow(() -> new IOException("no " + path + " at " + server.base()))
                    .path("nowMs")
                    .asLong();
            exchanges.add(new Exchange(sent, theirs, StartGate.epochNanos()));
        }
        return of(exchanges);
    }

    double millis() {
        return nanos / 1e6;
    }
}
