package io.producerbench.stats;

import java.util.List;
import java.util.Optional;

/**
 * Two things measured in pairs, looked at as {@link Looks} say and never in between. The first look that decides is the verdict,
 * and what would come after it changes nothing: the same pairs in the same order always give the same answer.
 */
public record PairedComparison(Direction better, Margin margin, Looks looks) {

    /**
     * The verdict after these pairs; empty while the first look is still to come.
     *
     * @param logRatios natural logarithms of new divided by base, in the order in which they were measured
     */
    public Optional<PairedVerdict> after(List<Double> logRatios) {
        Optional<PairedVerdict> latest = Optional.empty();
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
     * The verdict when no more pairs will come, because too many were dropped: the next look, if one is left, is taken with
     * what there is. It spends no more than it was given, whatever the number of pairs.
     */
    public Optional<PairedVerdict> atTheEnd(List<Double> logRatios) {
        Optional<PairedVerdict> latest = after(logRatios);
        int next = latest.map(PairedVerdict::look).orElse(0) + 1;
        boolean isMore = logRatios.size() > latest.map(PairedVerdict::pairs).orElse(0);
        return isDecided(latest) || next > looks.pairs().size() || !isMore ? latest : Optional.of(at(next, logRatios));
    }

    /** Whether more pairs could still change the verdict. */
    public boolean isOpen(List<Double> logRatios) {
        return logRatios.size() < looks.most() && !isDecided(after(logRatios));
    }

    private static boolean isDecided(Optional<PairedVerdict> verdict) {
        return verdict.filter(PairedVerdict::isDecided).isPresent();
    }

    private PairedVerdict at(int look, List<Double> logRatios) {
        SignedRank test = new SignedRank(logRatios);
        Interval interval = test.interval(looks.confidence()).exp();
        return new PairedVerdict(
                logRatios.size(),
                look,
                Math.exp(test.estimate()),
                interval,
                looks.confidence(),
                test.pValue(),
                SignFlip.pValue(logRatios),
                Judgement.of(interval, better, margin));
    }
}
