package io.producerbench.stats;

/** The answer of a comparison of new with base. */
public enum Judgement {
    /** Better, and by more than the margin. */
    FASTER,
    /** Worse, and by more than the margin. */
    SLOWER,
    /** Any difference is within the margin. */
    EQUAL,
    /** Too little is known for one of the other three. It is not the same as equal. */
    INCONCLUSIVE;

    /**
     * Returns the judgement, which depends only on the position of the interval: wholly beyond the
     * margin, wholly within it, or neither. A difference that is certain but tiny is
     * {@link #EQUAL}; one that is large but uncertain is {@link #INCONCLUSIVE}.
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
