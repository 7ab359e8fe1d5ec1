package io.producerbench.report.cost;

import io.producerbench.report.Source;
import io.producerbench.report.claims.ClaimFinding;
import io.producerbench.results.RunKeys;
import io.producerbench.text.Figures;
import io.producerbench.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the table of costs and guarantees as a page in Markdown, with a legend below. */
final class CostAndGuaranteePage {
    private CostAndGuaranteePage() {}

    static String of(CostAndGuarantee table, List<ClaimFinding> claims) {
        List<String> parts = new ArrayList<>();
        parts.add("# What each mode costs" + (table.guarantees().isPresent() ? ", and what became of it" : ""));
        parts.add(sources(table));
        List<Integer> sizes = sizes(table);
        parts.add(title(sizes.get(0)));
        parts.add(CostTable.withAnomalies(table, sizes.get(0)));
        for (int size : sizes.subList(1, sizes.size())) {
            parts.add(title(size));
            parts.add(CostTable.costsOnly(table, size));
        }
        parts.add(Legend.of(table));
        if (table.guarantees().isPresent()) {
            parts.add("## What each fault did");
            parts.add(FaultTable.of(table.cells()));
        }
        if (!claims.isEmpty()) {
            parts.add("## The claims");
            parts.add(claims(claims));
        }
        return parts.stream().map(String::strip).collect(Collectors.joining("\n\n", "", "\n"));
    }

    /**
     * Returns the record sizes. The largest comes first, because it loads disks and network most.
     */
    private static List<Integer> sizes(CostAndGuarantee table) {
        return table.rows().stream()
                .flatMap(row -> row.cost().stream())
                .map(SettingCost::recordSize)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static String title(int recordSize) {
        return "## Records of " + Figures.whole(recordSize) + " bytes";
    }

    private static String sources(CostAndGuarantee table) {
        StringBuilder text = new StringBuilder("- Costs: " + source(table.sweep()));
        table.guarantees().ifPresent(source -> text.append("\n- Guarantees: ").append(source(source)));
        if (!table.sweep().shared(RunKeys.CAPACITY_VALID).equals("true")) {
            text.append(
                    "\n- On so few cores client and brokers fight for the same CPU (capacity_valid=false): compare the"
                            + " rows, do not plan by the rates.");
        }
        return text.toString();
    }

    private static String source(Source source) {
        return Texts.escaped(source.folder() + ", Kafka " + source.shared(RunKeys.BROKER_VERSION) + " brokers, "
                + source.shared(RunKeys.CLIENT_VERSION) + " client, " + source.shared(RunKeys.CORES) + " cores ("
                + source.shared(RunKeys.CPU_MODEL) + ")"
                + (source.shared(RunKeys.DIRTY).equals("true") ? ", of a changed checkout" : ""));
    }

    private static String claims(List<ClaimFinding> claims) {
        return claims.stream()
                .map(claim -> claim.number() + ". " + Texts.escaped(claim.claim()) + ": **"
                        + claim.standing().text() + "**."
                        + claim.measured().stream()
                                .map(sentence -> "\n   - " + Texts.escaped(sentence))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }
}
