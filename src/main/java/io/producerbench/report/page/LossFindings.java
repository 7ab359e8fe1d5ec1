package io.producerbench.report.page;

import io.producerbench.report.LagLoss;
import io.producerbench.text.Figures;
import java.util.List;

/** What a killed leader took along, beside what the exposure of {@code acks=1} predicts. Pure. */
final class LossFindings {
    static final String TITLE = "Acknowledged records that the leader's death took along with acks=1";

    private LossFindings() {}

    static Grid grid(List<LagLoss> losses) {
        return Grid.of(
                List.of(
                        "followers late by, ms",
                        "records lost, median (least to most)",
                        "at most, by exposure × rate",
                        "trials within"),
                losses.stream()
                        .map(loss -> new Grid.GridRow(
                                "",
                                List.of(
                                        Integer.toString(loss.lateMs()),
                                        loss.lost(),
                                        Figures.whole(loss.most()),
                                        loss.within() + " of " + loss.trials())))
                        .toList());
    }
}
