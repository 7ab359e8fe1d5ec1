package io.producerbench.report.cost;

import io.producerbench.report.AnomalyColumn;
import io.producerbench.text.Figures;
import io.producerbench.text.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Explains the columns and signs that occur in the table. */
final class Legend {
    private Legend() {}

    static String of(CostAndGuarantee table) {
        List<String> lines = new ArrayList<>(costs(table));
        if (table.rows().stream().anyMatch(TableRow::costIsBorrowed)) {
            lines.add(CostTable.BORROWED.strip()
                    + ": the mode does not consult min.insync.replicas, so the cost is that of"
                    + " the one that was measured.");
        }
        if (table.guarantees().isPresent()) {
            lines.addAll(anomalies());
        }
        lines.add(Table.ABSENT + ": not measured, or it does not apply.");
        return lines.stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
    }

    private static List<String> costs(CostAndGuarantee table) {
        return List.of(
                "min.isr: the topic's min.insync.replicas.",
                "records/s: acknowledged records per second at the highest rate, the median over the blocks and its 95 %"
                        + " interval; with acks=0, which acknowledges nothing, the growth of the brokers' log.",
                "p50 / p99 ms: from when a record was due to its acknowledgement, of all blocks' records together"
                        + rates(table) + ".",
                "commit p50 / p99 ms: inside commitTransaction(), of all blocks' commits together" + rates(table) + ".",
                "CPU µs client / brokers: for each record at the highest rate, of the client's threads and of all brokers"
                        + " together.");
    }

    private static String rates(CostAndGuarantee table) {
        List<String> rates = table.rows().stream()
                .flatMap(row -> row.cost().stream())
                .flatMapToLong(cost -> cost.targetRate().stream())
                .distinct()
                .sorted()
                .mapToObj(Figures::whole)
                .toList();
        return rates.isEmpty() ? "" : ", at " + String.join(", ", rates) + " records/s";
    }

    private static List<String> anomalies() {
        return List.of(
                "k of n (c): a fault, by its id, made this happen in k of n valid trials, to c records in the middle one of"
                        + " the k; \"0 of n in m faults\": it was looked for under m more faults and never happened. The next"
                        + " table says what the faults are, and what a count of trials says of the rate.",
                "other: regressed, a reader of the log met records older than the one before, copies included; invisible until"
                        + " heal, acknowledged and not to be read until the fault was over; dirty visible, not committed and"
                        + " read with read_committed; torn, transactions seen in part.",
                "unavailable ms: how long no record could be written, the median of the trials.",
                AnomalyColumn.UNEXPECTED.strip() + ": it came out otherwise than expected.",
                "A share of trials is of this fault on this machine. How often such a fault happens is not measured.");
    }
}
