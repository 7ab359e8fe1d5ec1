package io.producerbench.plan;

/** How many brokers a load needs. docs/planning.md has a worked example of each formula. */
final class BrokerFormulas {
    /**
     * The number of standard deviations by which cores exceed the busy ones so that one request in
     * a hundred finds all cores busy (Halfin and Whitt, Heavy-traffic limits for queues with many
     * exponential servers, Operations Research 29 (1981), 567-588; the value is that of
     * Netflix-Skunkworks/service-capacity-modeling, models/common.py).
     */
    static final double STAFFING = 2.375;

    /**
     * How much network is kept for a broker that copies its partitions anew (the same source,
     * models/org/netflix/kafka.py).
     */
    static final double RECOVERY = 1.4;

    private static final double MICROS_PER_SECOND = 1e6;

    private BrokerFormulas() {}

    /**
     * Returns how many cores are busy on average: a = R × c / 10⁶. The offered load of queueing
     * theory.
     *
     * @param recordsPerSecond R, above 0
     * @param micros c, CPU time of all brokers per record in µs, with all replicas, above 0
     */
    static double busyCores(double recordsPerSecond, double micros) {
        return recordsPerSecond * micros / MICROS_PER_SECOND;
    }

    /**
     * Returns the brokers whose cores suffice when {@code survive} of them are down:
     * ⌈(a + Q × √a) / cores⌉ + f, Q = {@link #STAFFING}. Square-root staffing, from the same
     * source.
     *
     * @param busyCores a, above 0
     * @param cores of one broker, at least 1
     * @param survive f, at least 0
     */
    static long byCpu(double busyCores, int cores, int survive) {
        return (long) Math.ceil((busyCores + STAFFING * Math.sqrt(busyCores)) / cores) + survive;
    }

    /**
     * Returns what all brokers together receive, in bytes/s: R × b × RF. The leader gets each
     * record from the producer, and each follower from the leader.
     *
     * @param bytesPerSecond R × b, above 0
     * @param replicationFactor RF, at least 1
     */
    static double received(double bytesPerSecond, int replicationFactor) {
        return bytesPerSecond * replicationFactor;
    }

    /**
     * Returns what all brokers together send, in bytes/s: R × b × (F + RF − 1). The leader sends
     * each record to every consumer group and to every follower.
     *
     * @param fanout F, consumer groups, at least 0
     */
    static double sent(double bytesPerSecond, int replicationFactor, int fanout) {
        return bytesPerSecond * (fanout + replicationFactor - 1);
    }

    /**
     * Returns the brokers whose networks suffice: ⌈max(received, sent) × {@link #RECOVERY} / NIC⌉,
     * from the same source. Both directions have the full bandwidth.
     *
     * @param received in bytes/s, above 0
     * @param sent in bytes/s, at least 0
     * @param nic of one broker in bytes/s, above 0
     */
    static long byNetwork(double received, double sent, double nic) {
        return (long) Math.ceil(Math.max(received, sent) * RECOVERY / nic);
    }

    /**
     * Returns the brokers whose disks suffice: ⌈R × b × RF × retention / (disk × fill)⌉, from the
     * same source, where the fill is 0.4.
     *
     * @param retention in seconds, above 0
     * @param disk of one broker in bytes, above 0
     * @param fill the share of it that may be full, above 0, at most 1
     */
    static long byDisk(double received, double retention, double disk, double fill) {
        return (long) Math.ceil(received * retention / (disk * fill));
    }

    /**
     * Returns the fewest brokers, whatever the load: RF + f. Each replica is on a broker of its
     * own, also while f brokers are down.
     */
    static long atLeast(int replicationFactor, int survive) {
        return (long) replicationFactor + survive;
    }

    /**
     * Returns the CPU time per record in µs that an anchor stands for: N × cores × 10⁶ / X. It is
     * an upper bound, because it takes all cores of the anchor's brokers for busy.
     *
     * @param brokers N, at least 1
     * @param cores of one of them, at least 1
     * @param recordsPerSecond X, what they sustain, above 0
     */
    static double anchoredMicros(int brokers, int cores, double recordsPerSecond) {
        return brokers * (double) cores * MICROS_PER_SECOND / recordsPerSecond;
    }
}
