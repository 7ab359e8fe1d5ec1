package io.producerbench.report.page;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.GuaranteeCell;
import io.producerbench.results.RelativeMetric;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each mode costs and what became of its records, in words and in one small table. Pure. */
record ReportAnswer(List<ModeCost> costs, List<GuaranteeCell> cells) {
    private static final Set<Promise> RETRIES = Set.of(Promise.NOT_LOST, Promise.NOT_TWICE, Promise.IN_ORDER);

    static ReportAnswer of(PageInput input) {
        return new ReportAnswer(input.headline(), input.cells());
    }

    boolean hasCosts() {
        return !costs.isEmpty();
    }

    boolean hasGuarantees() {
        return !cells.isEmpty();
    }

    Chooser chooser() {
        return new Chooser(cells, costs);
    }

    /** Returns the advice that follows, a sentence or two each. */
    List<String> advice() {
        List<String> advice = new ArrayList<>();
        if (hasGuarantees()) {
            chooser()
                    .cheapest(Set.of(Promise.NOT_LOST))
                    .ifPresent(choice -> advice.add("No record lost when a broker dies: " + advice(choice)));
            chooser()
                    .cheapest(RETRIES)
                    .ifPresent(choice -> advice.add("Stored once and in order as well: " + advice(choice)));
            chooser()
                    .cheapest(Set.of(Promise.values()))
                    .ifPresent(choice -> advice.add("Several records or none of them: " + advice(choice)));
        } else {
            chooser().modes().stream()
                    .filter(choice -> choice.mode() != Mode.ACKS_1)
                    .forEach(choice -> choice.cost()
                            .filter(cost -> cost.relative(RelativeMetric.RATE).isPresent())
                            .ifPresent(cost -> advice.add(choice.label() + ": " + price(cost) + ".")));
        }
        return advice;
    }

    private static String advice(Choice choice) {
        return "use " + choice.setting()
                + choice.cost()
                        .map(ReportAnswer::price)
                        .filter(price -> !price.isEmpty())
                        .map(price -> " – " + price)
                        .orElse("")
                + ". " + (choice.isKept() ? "Broken in " : "It was ") + choice.evidence() + " (95 % confidence).";
    }

    /** Returns what a setting costs beside acks=1. */
    private static String price(ModeCost cost) {
        return Stream.of(
                        cost.text(RelativeMetric.RATE).map(ratio -> ratio + " the records/s of acks=1"),
                        cost.text(RelativeMetric.ACK_P99).map(ratio -> ratio + " its p99"),
                        cost.text(RelativeMetric.BROKER_CPU).map(ratio -> ratio + " its broker CPU per record"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    /** Returns a row for each mode: its cost beside acks=1, and the worst that happened. */
    Grid modes() {
        return Grid.of(
                List.of(
                        "mode",
                        "records/s, × acks=1",
                        "p99 ms" + offered() + ", × acks=1",
                        "broker CPU µs, × acks=1",
                        "lost",
                        "stored twice by a retry",
                        "out of order"),
                chooser().modes().stream()
                        .map(choice -> new Grid.GridRow("mode-" + choice.mode().ordinal(), row(choice)))
                        .toList());
    }

    private List<String> row(Choice choice) {
        List<String> row = new ArrayList<>(List.of(choice.label()));
        Optional<ModeCost> cost = choice.cost();
        row.add(beside(
                figure(cost.map(of -> of.cost().atMax(SampleKeys.RECORDS_PER_S.median())), Figures::whole),
                relative(cost, RelativeMetric.RATE)));
        row.add(beside(
                figure(cost.map(of -> of.cost().atFixedRate(SampleKeys.ACK_P99_US.median())), Figures::millis),
                relative(cost, RelativeMetric.ACK_P99)));
        row.add(beside(
                figure(cost.map(of -> of.cost().atMax(SampleKeys.BROKER_CPU_US_PER_RECORD.median())), Figures::fine),
                relative(cost, RelativeMetric.BROKER_CPU)));
        row.add(Standing.underAll(Promise.NOT_LOST, choice.mode(), choice.minInsyncReplicas(), cells)
                .cell());
        for (Promise promise : List.of(Promise.NOT_TWICE, Promise.IN_ORDER)) {
            row.add(Standing.of(promise, choice.mode(), choice.minInsyncReplicas(), cells)
                    .cell());
        }
        return row;
    }

    private static String beside(String figure, String relative) {
        return figure + (figure.isEmpty() || relative.isEmpty() ? "" : " · ") + relative;
    }

    private static String relative(Optional<ModeCost> cost, RelativeMetric metric) {
        return cost.flatMap(of -> of.text(metric)).orElse("");
    }

    private static String figure(Optional<OptionalDouble> number, DoubleFunction<String> format) {
        return number.filter(OptionalDouble::isPresent)
                .map(found -> format.apply(found.getAsDouble()))
                .orElse("");
    }

    /** Returns the offered rate that the latencies belong to, for a title. */
    private String offered() {
        List<String> rates = costs.stream()
                .map(cost -> cost.cost().targetRate())
                .filter(OptionalLong::isPresent)
                .map(rate -> Figures.whole(rate.getAsLong()))
                .distinct()
                .toList();
        return rates.size() == 1 ? " at " + rates.get(0) + "/s" : "";
    }

    /** Returns the settings of the headline that are the same in all its rows, for one line. */
    String setting() {
        Optional<ResultRow> row = costs.stream()
                .flatMap(cost -> Stream.concat(cost.cost().max().stream(), cost.cost().fixed().stream()))
                .findFirst();
        return row.map(SettingText::of).orElse("");
    }
}
