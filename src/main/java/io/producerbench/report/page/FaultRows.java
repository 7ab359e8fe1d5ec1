package io.producerbench.report.page;

import io.producerbench.report.GuaranteeCell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The detail of the trials: a row for each fault, mode and minimum, with the id of its experiment. Pure. */
final class FaultRows {
    private FaultRows() {}

    static Grid of(List<GuaranteeCell> cells) {
        List<String> titles = new ArrayList<>(List.of("id", "fault", "mode", "min.isr", "trials"));
        Stream.of(Promise.values()).map(Promise::title).forEach(titles::add);
        return Grid.of(
                titles,
                cells.stream().map(cell -> new Grid.GridRow("", row(cell))).toList());
    }

    private static List<String> row(GuaranteeCell cell) {
        String variant = cell.fault().variant();
        List<String> row = new ArrayList<>(List.of(
                cell.fault().experiment(),
                cell.fault().fault() + (variant.isEmpty() ? "" : "; " + variant),
                cell.mode().label(),
                Integer.toString(cell.minInsyncReplicas()),
                Long.toString(cell.trials().valid())));
        for (Promise promise : Promise.values()) {
            Standing standing = new Standing(promise, List.of(cell));
            row.add(promise.concerns(cell) ? "in " + standing.hits(cell) : "");
        }
        return row;
    }
}
