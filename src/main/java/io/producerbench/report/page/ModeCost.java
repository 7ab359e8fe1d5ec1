package io.producerbench.report.page;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.cost.SettingCost;
import io.producerbench.results.Acks1Ratios;
import io.producerbench.results.RelativeMetric;
import io.producerbench.results.ResultRow;
import io.producerbench.stats.PairedRatio;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The cost of one setting, beside that of acks=1 in the same blocks. */
record ModeCost(SettingCost cost, Acks1Ratios ratios) {
    /** Returns the costs, in the order of the summary. */
    static List<ModeCost> of(List<SettingCost> costs, List<ResultRow> samples) {
        Acks1Ratios ratios = Acks1Ratios.of(samples);
        return costs.stream().map(cost -> new ModeCost(cost, ratios)).toList();
    }

    /** Returns the metric relative to acks=1; empty if it was not measured. */
    Optional<PairedRatio> relative(RelativeMetric metric) {
        return Stream.concat(cost.max().stream(), cost.fixed().stream())
                .flatMap(row -> ratios.of(row, metric).stream())
                .findFirst();
    }

    Optional<String> text(RelativeMetric metric) {
        return relative(metric).map(ratio -> mode() == Mode.ACKS_1 ? "1 ×" : RatioText.of(ratio));
    }

    Mode mode() {
        return cost.mode();
    }
}
