package io.producerbench.report.page;

import io.producerbench.report.GuaranteeCell;
import io.producerbench.results.Caveats;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunKeys;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.sample.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a reader must know before the numbers: one line for each thing that is true of the runs. Pure. */
final class PageCaveats {
    private PageCaveats() {}

    static List<String> of(PageInput input) {
        List<String> lines =
                new ArrayList<>(Caveats.of(input.run().samples(), input.run().summary()));
        if (Kind.of(input.run()) == Kind.CURVE) {
            lines.addAll(Caveats.fewCores(input.run().tables().get(0).rows().get(0)));
        } else {
            notOk(input, lines); // in a curve a trial that misses its rate counts; its table has the dropped ones
        }
        limits(input, lines);
        trials(input.cells(), lines);
        input.runs().forEach(run -> changed(run, lines));
        input.runs().forEach(run -> run.gone().forEach(gone -> lines.add("not there: " + gone)));
        otherMachines(input, lines);
        return lines;
    }

    private static void notOk(PageInput input, List<String> lines) {
        List<ResultRow> rows = input.run().tables().stream()
                .flatMap(table -> table.rows().stream())
                .toList();
        for (Status status : List.of(Status.INVALID, Status.FAILED)) {
            long count = rows.stream()
                    .filter(row -> row.textIfAny(SampleKeys.STATUS).equals(status.name()))
                    .count();
            if (count > 0) {
                lines.add(status + ": " + count + (count == 1 ? " row is" : " rows are")
                        + " kept in the files and counted nowhere; status_reason says why");
            }
        }
    }

    private static void limits(PageInput input, List<String> lines) {
        Map<String, Long> limits = input.run().summary().stream()
                .filter(row -> !row.textIfAny(SampleKeys.LIMITED_BY).isEmpty())
                .collect(Collectors.groupingBy(
                        row -> row.text(ScenarioKeys.BENCHMARK) + " by " + row.text(SampleKeys.LIMITED_BY),
                        LinkedHashMap::new,
                        Collectors.counting()));
        if (!limits.isEmpty()) {
            lines.add("limited: settings reached their highest rate because something was busy: "
                    + limits.entrySet().stream()
                            .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                            .collect(Collectors.joining(", ")));
        }
    }

    private static void trials(List<GuaranteeCell> cells, List<String> lines) {
        long leftOut = cells.stream()
                .mapToLong(cell -> cell.trials().invalid() + cell.trials().unknown())
                .sum();
        if (leftOut > 0) {
            lines.add(
                    "trials left out: " + leftOut + ", because their fault had no effect or they could not be judged");
        }
        long unexpected =
                cells.stream().filter(cell -> !cell.trials().alwaysAsExpected()).count();
        if (unexpected > 0) {
            lines.add("not as expected: " + unexpected + " of " + cells.size()
                    + " kinds of trials came out otherwise than expected in some trial");
        }
    }

    private static void changed(ReportedRun run, List<String> lines) {
        if (run.shared(RunKeys.DIRTY).equals("true")) {
            lines.add("changed checkout: " + run.folder() + " was measured with files that are in no commit");
        }
    }

    private static void otherMachines(PageInput input, List<String> lines) {
        List<String> machines = input.runs().stream()
                .map(run -> run.shared(RunKeys.CPU_MODEL))
                .distinct()
                .toList();
        if (machines.size() > 1) {
            lines.add("two machines: costs and faults were measured on different ones: "
                    + String.join(" and ", machines));
        }
    }
}
