package io.producerbench.calibration;

/**
 * Explains what was measured and what it means, to a reader who plans capacity and has not read the
 * code.
 */
public enum Explanation {
    CLOCK(
            "What one reading of the clock costs. A record that is timed pays it at least twice; above 100 ns the machine's"
                    + " clock source is a slow one, and short latencies are not to be trusted."),
    PEER_RATE(
            "Records per second of this suite, divided by those of kafka-producer-perf-test with the same settings, both"
                    + " counted by the brokers. At 1 or more it is not the suite that limits the rates it reports."),
    BARE_LOOP_RATE(
            "Records per second of this suite, divided by those of the shortest loop that can send them, against a"
                    + " stub broker that does next to nothing. What is missing to 1 is the price of measuring, at its highest."),
    BARE_LOOP_CPU(
            "CPU time of the client for each record, divided by that of the shortest loop that can send it. What is"
                    + " above 1 is the price of measuring: sampled times 1 record in 16, every record times each."),
    BARE_LOOP_ALLOCATION(
            "Heap memory that the client allocates for each record, beyond what the shortest loop that can send"
                    + " it allocates. Near 0 measuring causes no garbage collections of its own."),
    REQUEST_FILLING(
            "Records in one request to a broker, with the shortest loop and with this suite. A request has a price of its own,"
                    + " so prices for each record can only be compared between the two where this number is the same."),
    COUNT(
            "Records that this suite says are acknowledged, minus those that the brokers' log grew by. Anything but 0 in any"
                    + " block means that it counts what is not there, or misses what is."),
    COUNTED_RATE(
            "How far the rate that this suite reports is off the growth of the brokers' log in the same time; 0.001 is a"
                    + " tenth of a percent."),
    LATENCY(
            "How far a reported latency is off the truth, which the stub broker itself wrote down, as a multiple of what is"
                    + " allowed: 1 % of the truth or 150 µs, whichever is more. Up to 1 the percentile can be trusted."),
    OFFERED_RATE(
            "How far the rate really offered is off the one asked for at a fixed rate; 0.001 is a tenth of a percent."),
    LATENESS(
            "At a fixed rate, 99 % of the records were handed to the producer at most this long after they were due. It is a"
                    + " part of their latency that is the suite's doing, not the brokers'."),
    PEER_CPU(
            "CPU time of this suite's client for each record, divided by that of kafka-producer-perf-test's. Below 1 the"
                    + " suite leaves more of the machine to the brokers."),
    SAME_RATE(
            "The rate of one setting, measured in several ways. Timing calls of send() counts records that no broker has"
                    + " yet; perf-test reports a count of its own; ours counts what the brokers acknowledged."),
    SAME_LATENCY(
            "The latency of one setting, measured in several ways: as perf-test reports it, in closed loop (as fast as it"
                    + " goes, so mostly the length of a queue), and ours at a fixed rate, from when each record was due."),
    STALL(
            "The same stall of 1 s as the two tools report it. Whoever times only what was sent sees few slow records; ours"
                    + " counts every record that was due meanwhile.");

    private final String text;

    Explanation(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
