package io.producerbench.plan;

/** What a row of a plan is worth, the best first. */
public enum PlanStatus {
    /** Measured, with these settings and at this rate. */
    PLAN,
    /** Computed from what was measured with other settings, at another rate or on another machine. */
    EXTRAPOLATED,
    /** The results do not hold what the question needs. */
    UNMEASURED,
    /** No number of brokers makes it work. */
    IMPOSSIBLE
}
