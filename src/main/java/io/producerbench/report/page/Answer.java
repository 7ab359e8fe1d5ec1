package io.producerbench.report.page;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.GuaranteeCell;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.SummaryKeys;
import io.producerbench.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each mode costs and what became of its records, in words and in one small table. Pure. */
record Answer(List<ModeCost> costs, List<GuaranteeCell> cells) {
    private static final Set<Promise> RETRIES = Set.of(Promise.NOT_LOST, Promise.NOT_TWICE, Promise.IN_ORDER);

    static Answer of(PageInput input) {
        return new Answer(input.headline(), input.cells());
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
            costs.stream()
                    .filter(cost -> !cost.isBase())
                    .filter(cost -> cost.rate().isPresent())
                    .filter(cost -> shown(cost))
                    .forEach(cost -> advice.add(cost.mode().label() + ": " + price(cost) + "."));
        }
        return advice;
    }

    private boolean shown(ModeCost cost) {
        return chooser().modes().stream().anyMatch(choice -> choice.cost().equals(Optional.of(cost)));
    }

    private static String advice(Choice choice) {
        return choice.setting() + choice.cost().map(cost -> "; " + price(cost)).orElse("") + ". "
                + (choice.isKept() ? "Broken in " : "It was ") + choice.evidence() + ", at 95 % confidence.";
    }

    /** Returns what a setting costs beside acks=1. */
    private static String price(ModeCost cost) {
        return Stream.of(
                        cost.rate().map(ratio -> ratio.text() + " the records/s of acks=1"),
                        cost.p99().map(ratio -> ratio.text() + " its p99"),
                        cost.cpu().map(ratio -> ratio.text() + " its CPU per record"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    /** Returns a row for each mode: its cost beside acks=1, and the worst that happened. */
    Grid modes() {
        return Grid.of(
                List.of(
                        "mode",
                        "records/s",
                        "against acks=1",
                        "p99 ms" + offered(),
                        "p99 against acks=1",
                        "CPU against acks=1",
                        "lost",
                        "stored twice",
                        "out of order"),
                chooser().modes().stream()
                        .map(choice -> new Grid.Row("mode-" + choice.mode().ordinal(), row(choice)))
                        .toList());
    }

    private List<String> row(Choice choice) {
        List<String> row = new ArrayList<>(List.of(label(choice)));
        Optional<ModeCost> cost = choice.cost();
        row.add(figure(cost.map(of -> of.cost().atMax(SampleKeys.RECORDS_PER_S.median())), Figures::whole));
        row.add(text(cost.flatMap(ModeCost::rate), choice.mode()));
        row.add(figure(cost.map(of -> of.cost().atFixedRate(SummaryKeys.ACK_P99_US)), Figures::millis));
        row.add(text(cost.flatMap(ModeCost::p99), choice.mode()));
        row.add(text(cost.flatMap(ModeCost::cpu), choice.mode()));
        for (Promise promise : List.of(Promise.NOT_LOST, Promise.NOT_TWICE, Promise.IN_ORDER)) {
            row.add(Standing.underAll(promise, choice.mode(), choice.minInsyncReplicas(), cells)
                    .cell());
        }
        return row;
    }

    private static String label(Choice choice) {
        return choice.mode().label()
                + (choice.mode().consultsMinInsyncReplicas() ? ", min.isr " + choice.minInsyncReplicas() : "");
    }

    private static String text(Optional<Ratio> ratio, Mode mode) {
        return mode == Mode.ACKS_1 && ratio.isPresent()
                ? "1 ×"
                : ratio.map(Ratio::text).orElse("");
    }

    private static String figure(Optional<OptionalDouble> number, java.util.function.DoubleFunction<String> format) {
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

    /** Returns, for each mode, what broke its promises, in a sentence each. */
    List<String> whatHappened() {
        return chooser().modes().stream().map(this::whatHappened).toList();
    }

    private String whatHappened(Choice choice) {
        List<String> parts = new ArrayList<>();
        for (Promise promise : Promise.values()) {
            Standing standing = Standing.underAll(promise, choice.mode(), choice.minInsyncReplicas(), cells);
            if (standing.isTried()) {
                parts.add(promise.title() + ": "
                        + (standing.isKept()
                                ? "never in " + standing.trials() + " trials of " + standing.faults()
                                        + (standing.faults() == 1 ? " kind" : " kinds")
                                : standing.brokenBy()));
            }
        }
        return label(choice) + " – " + String.join(". ", parts) + ".";
    }

    /** Returns the settings of the headline that are the same in all its rows, for one line. */
    String setting() {
        Optional<ResultRow> row = costs.stream()
                .flatMap(cost -> Stream.concat(cost.cost().max().stream(), cost.cost().fixed().stream()))
                .findFirst();
        return row.map(Setting::text).orElse("");
    }
}
