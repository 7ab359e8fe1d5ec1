package io.producerbench.stats;

/** What may be said of a new thing beside a base. */
public enum Judgement {
    /** Better, and by more than the margin. */
    FASTER,
    /** Worse, and by more than the margin. */
    SLOWER,
    /** A difference, if there is one, lies within the margin. */
    EQUAL,
    /** Too little is known for any of the three. Not the same as equal. */
    INCONCLUSIVE;

    /**
     * Decided by where the interval lies and by nothing else: wholly beyond the margin, wholly within it, or neither. So a
     * difference that is certain but tiny is {@link #EQUAL}, and one that is large but uncertain {@link #INCONCLUSIVE}.
     *
     * @param ratio the interval of new divided by base
     */
    public static Judgement of(Interval ratio, Direction better, Margin margin) {
        Interval same = margin.ratios();
        if (ratio.isInside(same)) {
            return EQUAL;
        }
        if (ratio.low() > same.high()) {
            return better == Direction.HIGHER ? FASTER : SLOWER;
        }
        if (ratio.high() < same.low()) {
            return better == Direction.HIGHER ? SLOWER : FASTER;
        }
        return INCONCLUSIVE;
    }
}
