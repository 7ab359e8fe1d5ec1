package io.producerbench.plan;

/** How many producers and partitions a load needs, and how much of the bound it leaves. */
final class ClientFormulas {
    /** How much of its highest rate a client instance is planned for; a choice of this program. */
    static final double UTILISATION = 0.7;

    /** How many batches of one partition an idempotent producer may have in flight (Kafka). */
    static final int IN_FLIGHT = 5;

    private static final double MICROS_PER_SECOND = 1e6;

    private ClientFormulas() {}

    /**
     * Returns the client instances: ⌈R / (U × X)⌉, U = {@link #UTILISATION}.
     *
     * @param recordsPerSecond R, above 0
     * @param ofOneInstance X, the highest rate that one was measured at, above 0. If not the client
     *     but the brokers limited it, the result is too large and never too small
     */
    static long instances(double recordsPerSecond, double ofOneInstance) {
        return (long) Math.ceil(recordsPerSecond / (UTILISATION * ofOneInstance));
    }

    /**
     * Returns how many transactions are open at a time, and so how many transactional producers
     * are at work: ⌈R × (T_fill + T_commit) / records per transaction⌉. Little's law; a producer
     * has one transaction at a time.
     *
     * @param fillMicros how long one producer takes to send the records of a transaction
     * @param commitMicros how long its commit takes
     */
    static long transactionalProducers(
            double recordsPerSecond, double fillMicros, double commitMicros, int recordsPerTransaction) {
        return (long)
                Math.ceil(recordsPerSecond * (fillMicros + commitMicros) / MICROS_PER_SECOND / recordsPerTransaction);
    }

    /**
     * Returns the partitions below which the limit of batches in flight binds:
     * ⌈R / ({@link #IN_FLIGHT} × n / RTT)⌉, by Little's law. Only idempotent producers have this
     * limit for each partition.
     *
     * @param recordsPerBatch n, above 0
     * @param roundTripMicros RTT, from the call of send to the acknowledgement, in µs, above 0
     */
    static long partitions(double recordsPerSecond, double recordsPerBatch, double roundTripMicros) {
        return (long)
                Math.ceil(recordsPerSecond / (IN_FLIGHT * recordsPerBatch / (roundTripMicros / MICROS_PER_SECOND)));
    }

    /**
     * Returns how much of the lower bound of the rate is left: 1 − R / bound. Negative if the load
     * is above it.
     *
     * @param bound in records/s, above 0
     */
    static double headroom(double recordsPerSecond, double bound) {
        return 1 - recordsPerSecond / bound;
    }
}
