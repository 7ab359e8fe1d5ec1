package io.producerbench.stats;

/**
 * The difference of two independent samples.
 *
 * @param ratio new divided by base, from the Hodges-Lehmann shift of the logarithms
 * @param interval the 95 % interval of the ratio
 * @param p the p-value of the Mann-Whitney test
 * @param adjusted the p-value adjusted for all comparisons of the family
 * @param blocks how many blocks on each side would find a difference of the margin, or show that
 *     there is none
 */
public record Difference(double ratio, Interval interval, double p, double adjusted, int blocks) {
    /** The confidence of every interval. */
    static final double CONFIDENCE = 0.95;

    /** A difference counts as shown if its adjusted p-value is at most this. */
    public static final double ALPHA = 0.05;

    /**
     * Returns the difference with its p-value not yet adjusted. Each side must have at least
     * {@link BlocksNeeded#FEWEST} values.
     */
    public static Difference between(MetricSample base, MetricSample next, Margin margin) {
        HodgesLehmann shift = HodgesLehmann.between(base.logarithms(), next.logarithms(), CONFIDENCE);
        double p = MannWhitney.of(base.values(), next.values()).p();
        double deviation = Math.sqrt((base.squaredDistances() + next.squaredDistances()) / (base.n() + next.n() - 2));
        return new Difference(
                Math.exp(shift.estimate()),
                shift.interval().orElseThrow().exp(),
                p,
                p,
                BlocksNeeded.forMargin(deviation, margin, ALPHA));
    }

    public Difference adjustedTo(double probability) {
        return new Difference(ratio, interval, p, probability, blocks);
    }

    /** True if there is a difference, even one below the margin. */
    public boolean isShown() {
        return adjusted <= ALPHA;
    }

    /**
     * Returns the judgement. FASTER and SLOWER need a difference that is shown and larger than the
     * margin.
     */
    public Judgement judgement(Metric metric) {
        Judgement judgement = Judgement.of(interval, metric.better(), metric.margin());
        boolean called = judgement == Judgement.FASTER || judgement == Judgement.SLOWER;
        return called && !isShown() ? Judgement.INCONCLUSIVE : judgement;
    }
}
