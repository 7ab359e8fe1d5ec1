package io.producerbench.report.page;

import io.producerbench.results.RelativeMetric;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks what must never happen and shows the cheapest setting that kept it. The table has a row for
 * every combination; the boxes only hide rows, by style alone, so that no script is needed.
 */
final class ChooserSection {
    private static final int COMBINATIONS = 1 << Promise.values().length;

    private ChooserSection() {}

    static Html of(ReportAnswer answer) {
        return Html.tag(
                "section",
                Map.of("id", "chooser", "class", "chooser"),
                Html.tag("h2", Html.words("What must never happen?")),
                Html.of("div", "boxes", Html.all(Stream.of(Promise.values()).map(ChooserSection::box))),
                table(answer, combinations()).html("The cheapest setting that kept it in these trials"),
                Html.of(
                        "p",
                        "small",
                        Html.words(
                                "Cheapest: the most records/s; of modes whose intervals overlap, the one that promises"
                                        + " least. The bound holds for each fault as it was provoked"
                                        + " here, at 95 % confidence; how often such a fault happens was not measured. "
                                        + RestartStory.of(answer.cells()).orElse(""))));
    }

    private static Html box(Promise promise) {
        String id = "never-" + promise.ordinal();
        return Html.tag(
                "label", Html.tag("input", Map.of("type", "checkbox", "id", id)), Html.words(" " + promise.question()));
    }

    /** Returns a row for each combination of promises. */
    static Grid table(ReportAnswer answer, List<Set<Promise>> combinations) {
        return Grid.of(
                List.of("never", "use", "records/s against acks=1", "p99 against acks=1", "how sure"),
                combinations.stream()
                        .map(promises -> new Grid.GridRow(cssClass(promises), row(answer, promises)))
                        .toList());
    }

    private static List<String> row(ReportAnswer answer, Set<Promise> promises) {
        Optional<Choice> choice = answer.chooser().cheapest(promises);
        List<String> row = new ArrayList<>();
        row.add(promises.stream().map(Promise::question).collect(Collectors.joining("; ")));
        row.add(choice.map(Choice::setting).orElse("no mode that was tried"));
        row.add(relative(choice, RelativeMetric.RATE));
        row.add(relative(choice, RelativeMetric.ACK_P99));
        row.add(choice.map(Choice::evidence).orElse(""));
        return row;
    }

    private static String relative(Optional<Choice> choice, RelativeMetric metric) {
        return choice.flatMap(Choice::cost).flatMap(cost -> cost.text(metric)).orElse("");
    }

    /** Returns the promises alone, then their combinations. */
    private static List<Set<Promise>> combinations() {
        return IntStream.range(1, COMBINATIONS)
                .boxed()
                .sorted((one, other) -> Integer.bitCount(one) - Integer.bitCount(other))
                .map(ChooserSection::promises)
                .toList();
    }

    /** Returns each promise alone. */
    static List<Set<Promise>> single() {
        return Stream.of(Promise.values())
                .map(promise -> (Set<Promise>) EnumSet.of(promise))
                .toList();
    }

    private static Set<Promise> promises(int bits) {
        return Stream.of(Promise.values())
                .filter(promise -> (bits & 1 << promise.ordinal()) != 0)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Promise.class)));
    }

    private static String cssClass(Set<Promise> promises) {
        int bits = promises.stream().mapToInt(promise -> 1 << promise.ordinal()).sum();
        return "combination-" + bits + (promises.size() == 1 ? " alone" : " together");
    }

    /** Returns the rules by which the boxes hide all rows but one. A browser that lacks them shows all. */
    static String style() {
        String rules = IntStream.range(1, COMBINATIONS)
                .mapToObj(bits -> "  .chooser" + (Integer.bitCount(bits) == 1 ? ":has(input:checked)" : "") + ":not("
                        + checked(bits) + ") tr.combination-" + bits + " { display: none; }")
                .collect(Collectors.joining("\n"));
        return "@supports selector(:has(*)) {\n" + rules + "\n}";
    }

    private static String checked(int bits) {
        return Stream.of(Promise.values())
                .map(promise -> (bits & 1 << promise.ordinal()) != 0
                        ? ":has(#never-" + promise.ordinal() + ":checked)"
                        : ":not(:has(#never-" + promise.ordinal() + ":checked))")
                .collect(Collectors.joining());
    }
}
