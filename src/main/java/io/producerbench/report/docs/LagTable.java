package io.producerbench.report.docs;

import io.producerbench.report.LagLoss;
import io.producerbench.text.Figures;
import io.producerbench.text.Table;
import java.util.List;

/** How many records a killed leader takes along, by how late its followers were. */
final class LagTable {
    private LagTable() {}

    static String of(List<LagLoss> losses) {
        Table table = Table.of(
                "ms late:",
                "trials that lost something:",
                "records lost, median (least to most):",
                "at most, by exposure × rate:",
                "trials within:",
                "acks=all under the same fault:");
        losses.forEach(loss -> table.add(
                Integer.toString(loss.lateMs()),
                Faults.lost(loss.summary()),
                loss.lost(),
                Figures.whole(loss.most()),
                loss.within() + " of " + loss.trials(),
                loss.withAll().map(Faults::lost).orElse("")));
        return table.markdown();
    }
}
