package io.producerbench.plan;

import io.producerbench.text.Figures;
import io.producerbench.text.Table;
import io.producerbench.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a plan for people: for a terminal of 80 columns, or in Markdown. */
final class CapacityPlanText {
    private static final int WIDTH = 80;
    private static final int TITLE = 19;
    private static final double GIGA = 1e9;
    private static final double TERA = 1e12;
    private static final double HOUR = 3600;

    private static final List<String> NOTES = List.of(
            "Intervals are of 95 %. An empty line is left out: it was not asked, not measured, or may not be told"
                    + " (capacity_valid=false).",
            "One broker down is relative to all measured brokers up. Where they share a machine, a dead one frees its"
                    + " cores for the others.",
            "The CPU of brokers was measured without consumers. docs/planning.md has the formulae and their limits.");

    private CapacityPlanText() {}

    /** Returns the plan in lines of at most 80 columns. */
    static String plain(CapacityPlan plan) {
        List<String> lines = new ArrayList<>();
        question(plan).forEach((title, text) -> lines.addAll(field(title, text)));
        for (PlannedMode row : plan.modes()) {
            Map<String, String> cells = PlanCells.of(row);
            lines.add("");
            lines.addAll(wrapped(cells.remove(PlanCells.MODE) + "  " + cells.remove(PlanCells.STATUS), WIDTH));
            cells.forEach((title, text) -> {
                if (!text.isEmpty()) {
                    lines.addAll(field("  " + title, text));
                }
            });
        }
        lines.add("");
        NOTES.forEach(note -> lines.addAll(wrapped(note, WIDTH)));
        return String.join("\n", lines) + "\n";
    }

    /** Returns the plan as a page. */
    static String markdown(CapacityPlan plan) {
        StringBuilder page = new StringBuilder("# Capacity plan\n\n");
        question(plan)
                .forEach((title, text) -> page.append("- ")
                        .append(title)
                        .append(": ")
                        .append(Texts.escaped(text))
                        .append('\n'));
        List<Map<String, String>> rows =
                plan.modes().stream().map(PlanCells::of).toList();
        Table table = Table.of(List.copyOf(rows.get(0).keySet()));
        rows.forEach(cells -> table.add(List.copyOf(cells.values())));
        page.append('\n').append(table.markdown()).append('\n');
        NOTES.forEach(note -> page.append(note).append('\n'));
        return page.toString();
    }

    private static List<String> wrapped(String text, int width) {
        return Texts.wrap(Texts.printable(text), width);
    }

    private static List<String> field(String title, String text) {
        List<String> lines = new ArrayList<>();
        for (String line : wrapped(text, WIDTH - TITLE)) {
            String start = lines.isEmpty() ? title : "";
            lines.add(start + " ".repeat(TITLE - start.length()) + line);
        }
        return lines;
    }

    private static Map<String, String> question(CapacityPlan plan) {
        Map<String, String> facts = new LinkedHashMap<>();
        PlannedLoad load = plan.question().load();
        facts.put(
                "load",
                Figures.whole(load.recordsPerSecond()) + " records/s of " + Figures.whole(load.recordBytes())
                        + " bytes");
        if (!load.goals().isEmpty()) {
            facts.put(
                    "goal",
                    load.goals().stream()
                            .map(goal ->
                                    goal.percentile().label() + " at most " + Figures.millis(goal.micros()) + " ms")
                            .collect(Collectors.joining(", ")));
        }
        PlannedTopic topic = plan.question().topic();
        facts.put(
                "topic",
                topic.replicationFactor() + " replicas, min.insync.replicas " + topic.minInsyncReplicas()
                        + ", consumer groups: " + topic.fanout() + ", brokers that may be down: " + topic.survive());
        String broker = broker(plan.question().broker());
        if (!broker.isEmpty()) {
            facts.put("broker", broker);
        }
        plan.question()
                .anchor()
                .ifPresent(anchor -> facts.put(
                        "anchor",
                        anchor.brokers() + " brokers sustain " + Figures.whole(anchor.recordsPerSecond())
                                + " records/s with acks=1"));
        facts.put(
                "measured",
                "records of " + Figures.whole(plan.recordSize()) + " bytes, in " + String.join(", ", plan.sources()));
        return facts;
    }

    private static String broker(PlannedBroker broker) {
        List<String> parts = new ArrayList<>();
        broker.cores().ifPresent(cores -> parts.add(cores + " cores"));
        broker.nicBytesPerSecond().ifPresent(nic -> parts.add("network " + Figures.fine(nic / GIGA) + " GB/s"));
        broker.diskBytes()
                .ifPresent(disk -> parts.add(String.format(
                        Locale.ROOT,
                        "disk %s TB, at most %.0f %% full, records kept %s h",
                        Figures.fine(disk / TERA),
                        100 * broker.diskFill(),
                        Figures.half(broker.retentionSeconds().orElseThrow() / HOUR))));
        return String.join(", ", parts);
    }
}
