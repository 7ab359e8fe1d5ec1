package io.producerbench.stats;

/**
 * What separates two independent samples.
 *
 * @param ratio new divided by base: of the Hodges-Lehmann shift of the logarithms
 * @param interval of that ratio, 95 %
 * @param p of the Mann-Whitney test
 * @param adjusted the same, adjusted for all that were made at once
 * @param blocks on each side would do to find a difference of the margin, or to show that there is none
 */
public record Difference(double ratio, Interval interval, double p, double adjusted, int blocks) {
    /** Of intervals. */
    static final double CONFIDENCE = 0.95;

    /** From which probability on a difference counts as shown. */
    public static final double ALPHA = 0.05;

    /** Not adjusted yet. Each side must have {@link BlocksNeeded#FEWEST} values. */
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

    /** Whether there is a difference, however small. */
    public boolean isShown() {
        return adjusted <= ALPHA;
    }

    /** A difference must be shown, and must be larger than the margin, to be called one. */
    public Judgement judgement(Metric metric) {
        Judgement judgement = Judgement.of(interval, metric.better(), metric.margin());
        boolean called = judgement == Judgement.FASTER || judgement == Judgement.SLOWER;
        return called && !isShown() ? Judgement.INCONCLUSIVE : judgement;
    }
}
