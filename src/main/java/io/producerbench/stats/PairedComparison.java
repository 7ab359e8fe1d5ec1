package io.producerbench.stats;

import java.util.List;
import java.util.Optional;

/**
 * Judges two things that are measured in pairs, at the looks that {@link Looks} fixes and never in
 * between. The first look that decides is final, so that the same pairs in the same order always
 * give the same answer.
 */
public record PairedComparison(Direction better, Margin margin, Looks looks) {

    /**
     * Returns the result of the latest look that these pairs allow; empty before the first look.
     *
     * @param logRatios natural logarithms of new divided by base, in the order in which they were
     *     measured
     */
    public Optional<LookResult> after(List<Double> logRatios) {
        Optional<LookResult> latest = Optional.empty();
        for (int look = 1; look <= looks.pairs().size(); look++) {
            int pairs = looks.pairs().get(look - 1);
            if (pairs > logRatios.size() || isDecided(latest)) {
                break;
            }
            latest = Optional.of(at(look, logRatios.subList(0, pairs)));
        }
        return latest;
    }

    /**
     * Returns the result when no more pairs will come, because too many were dropped: the next
     * look, if one is left, is taken with the pairs there are. Its share of the error is the same
     * for any number of pairs.
     */
    public Optional<LookResult> atTheEnd(List<Double> logRatios) {
        Optional<LookResult> latest = after(logRatios);
        int next = latest.map(LookResult::look).orElse(0) + 1;
        boolean isMore = logRatios.size() > latest.map(LookResult::pairs).orElse(0);
        return isDecided(latest) || next > looks.pairs().size() || !isMore ? latest : Optional.of(at(next, logRatios));
    }

    /** True if more pairs could still change the judgement. */
    public boolean isOpen(List<Double> logRatios) {
        return logRatios.size() < looks.most() && !isDecided(after(logRatios));
    }

    private static boolean isDecided(Optional<LookResult> result) {
        return result.filter(LookResult::isDecided).isPresent();
    }

    private LookResult at(int look, List<Double> logRatios) {
        SignedRank test = new SignedRank(logRatios);
        Interval interval = test.interval(looks.confidence()).exp();
        return new LookResult(
                logRatios.size(),
                look,
                Math.exp(test.estimate()),
                interval,
                looks.confidence(),
                test.pValue(),
                logRatios.size() > SignFlip.MOST ? Double.NaN : SignFlip.pValue(logRatios),
                Judgement.of(interval, better, margin));
    }
}
