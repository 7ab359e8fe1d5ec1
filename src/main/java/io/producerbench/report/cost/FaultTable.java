package io.producerbench.report.cost;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.CellText;
import io.producerbench.report.GuaranteeCell;
import io.producerbench.report.NamedFault;
import io.producerbench.text.Table;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the effect of every fault on each mode, in Markdown. */
final class FaultTable {
    private FaultTable() {}

    static String of(List<GuaranteeCell> cells) {
        Table faults = Table.of(List.of("fault", "mode", "min.isr", "what it did"));
        cells.stream()
                .collect(Collectors.groupingBy(GuaranteeCell::fault, LinkedHashMap::new, Collectors.toList()))
                .forEach((fault, ofFault) -> byMode(faults, fault, ofFault));
        return faults.markdown();
    }

    private static void byMode(Table faults, NamedFault fault, List<GuaranteeCell> cells) {
        for (Mode mode : cells.stream()
                .map(GuaranteeCell::mode)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList()) {
            CellText.byMinInsyncReplicas(
                            cells.stream().filter(cell -> cell.mode() == mode).toList(), Set.of())
                    .forEach((replicas, text) -> faults.add(List.of(fault.text(), mode.label(), replicas, text)));
        }
    }
}
