package io.producerbench.results.sample;

/** What made a sample not count, which decides whether it is taken again. */
public enum Cause {
    /** The machine or the cluster did it. The same sample may come out well the next time. */
    DISTURBANCE,
    /**
     * The setting, the brokers or this program did it. The sample is not taken again, because that
     * would hide what was found.
     */
    FINDING
}
