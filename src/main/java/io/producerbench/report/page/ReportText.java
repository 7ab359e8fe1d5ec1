package io.producerbench.report.page;

import io.producerbench.results.RunKeys;
import io.producerbench.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The report in Markdown, for people who read on a forge: the answer, in cells that they can read. Pure. */
public final class ReportText {
    private ReportText() {}

    public static String of(PageInput input) {
        ReportAnswer answer = ReportAnswer.of(input);
        List<String> parts = new ArrayList<>();
        parts.add("# " + Kind.of(input.run()).title());
        parts.add(Texts.escaped("Run " + input.run().shared(RunKeys.RUN_ID) + ", Kafka "
                + input.run().shared(RunKeys.BROKER_VERSION) + ", "
                + input.run().shared(RunKeys.CORES) + " cores ("
                + input.run().shared(RunKeys.CPU_MODEL) + ")."));
        if (answer.hasCosts() || answer.hasGuarantees()) {
            parts.add(list(answer.advice()));
            parts.add("## The modes");
            parts.add(answer.modes().markdown());
            parts.addAll(table(
                    VisibleFindings.TITLE,
                    VisibleFindings.grid(VisibleFindings.rows(input.run().summary()))));
            parts.addAll(table(LossFindings.TITLE, LossFindings.grid(input.lagLosses())));
        } else {
            parts.add(list(OtherFindings.advice(input.run())));
            Grid found = OtherFindings.grid(input.run());
            if (!found.rows().isEmpty()) {
                parts.add(found.markdown());
            }
        }
        if (answer.hasGuarantees()) {
            parts.add("## What must never happen, and the cheapest setting that kept it");
            parts.add(ChooserSection.table(answer, ChooserSection.single()).markdown());
        }
        List<String> caveats = PageCaveats.of(input);
        if (!caveats.isEmpty()) {
            parts.add("## Before the numbers");
            parts.add(list(caveats));
        }
        if (answer.hasGuarantees()) {
            parts.add("## Every fault");
            parts.add("In how many of the trials it happened; empty where it was not looked for and not seen.");
            parts.add(FaultRows.of(answer.cells()).markdown());
        }
        parts.add("## How to cite");
        parts.add(input.runs().stream()
                .map(run -> Texts.escaped(Citation.line(run)))
                .collect(Collectors.joining("\n\n")));
        return parts.stream().map(String::strip).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static List<String> table(String title, Grid grid) {
        return grid.rows().isEmpty() ? List.of() : List.of("## " + title, grid.markdown());
    }

    private static String list(List<String> lines) {
        return lines.stream().map(line -> "- " + Texts.escaped(line)).collect(Collectors.joining("\n"));
    }
}
