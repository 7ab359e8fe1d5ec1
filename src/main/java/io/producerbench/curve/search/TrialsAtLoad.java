package io.producerbench.curve.search;

import java.util.ArrayList;
import java.util.List;

/**
 * The trials at one load.
 *
 * @param lossRatios the share of late records in each trial
 */
record TrialsAtLoad(List<Double> lossRatios) {
    static final TrialsAtLoad NONE = new TrialsAtLoad(List.of());

    TrialsAtLoad plus(double lossRatio) {
        List<Double> more = new ArrayList<>(lossRatios);
        more.add(lossRatio);
        return new TrialsAtLoad(List.copyOf(more));
    }

    /**
     * Returns the class of the load by RFC 9971: it is decided once the trials that are still
     * missing cannot change it.
     */
    LoadClass classify(double allowedLoss, SearchRule rule) {
        long missed = lossRatios.stream().filter(loss -> loss > allowedLoss).count();
        long reached = lossRatios.size() - missed;
        double most = whole(rule) * rule.exceedRatio();
        if (missed > most) {
            return LoadClass.UPPER;
        }
        return whole(rule) - reached <= most ? LoadClass.LOWER : LoadClass.UNDECIDED;
    }

    /**
     * Returns the loss ratio at the quantile of the exceed ratio, which decides the conditional
     * throughput. Trials that are missing count as total losses, as the RFC says.
     */
    double conditionalLoss(SearchRule rule) {
        double remaining = whole(rule) * (1 - rule.exceedRatio());
        double quantile = 1;
        for (double loss : lossRatios.stream().sorted().toList()) {
            if (remaining <= 0) {
                return quantile;
            }
            quantile = loss;
            remaining--;
        }
        return remaining > 0 ? 1 : quantile;
    }

    private int whole(SearchRule rule) {
        return Math.max(lossRatios.size(), rule.fullTrials());
    }
}
