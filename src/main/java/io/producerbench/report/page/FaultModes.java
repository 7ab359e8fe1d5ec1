package io.producerbench.report.page;

import io.producerbench.report.GuaranteeCell;
import io.producerbench.report.NamedFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each fault did to each mode: a row for each fault, those that broke something first. Pure. */
final class FaultModes {
    /** More characters are no cell that can be read at a glance. */
    private static final int MOST = 60;

    private FaultModes() {}

    static Grid of(ReportAnswer answer) {
        List<Choice> modes = answer.chooser().modes();
        List<String> titles = new ArrayList<>(List.of("fault"));
        modes.forEach(choice -> titles.add(choice.label()));
        return Grid.of(
                titles,
                answer.cells().stream()
                        .map(GuaranteeCell::fault)
                        .distinct()
                        .map(fault -> row(fault, modes, answer.cells()))
                        .filter(row -> row.cells().stream().skip(1).anyMatch(cell -> !cell.isEmpty()))
                        .sorted(Comparator.comparing(row -> row.cssClass().isEmpty()))
                        .toList());
    }

    private static Grid.GridRow row(NamedFault fault, List<Choice> modes, List<GuaranteeCell> cells) {
        List<String> row = new ArrayList<>(List.of(name(fault)));
        boolean broken = false;
        for (Choice choice : modes) {
            List<Standing> standings = Stream.of(Promise.values())
                    .map(promise ->
                            Standing.underAll(promise, choice.mode(), choice.minInsyncReplicas(), of(fault, cells)))
                    .filter(Standing::isTried)
                    .toList();
            row.add(cell(standings));
            broken |= standings.stream().anyMatch(standing -> !standing.isKept());
        }
        return new Grid.GridRow(broken ? "broken" : "", row);
    }

    private static List<GuaranteeCell> of(NamedFault fault, List<GuaranteeCell> cells) {
        return cells.stream().filter(cell -> cell.fault().equals(fault)).toList();
    }

    private static String name(NamedFault fault) {
        String name = fault.fault() + (fault.variant().isEmpty() ? "" : "; " + fault.variant());
        return name.length() <= MOST ? name : name.substring(0, MOST - 1) + "…";
    }

    /** Returns what broke, with its bound; with several of them only their counts, if it would be long. */
    private static String cell(List<Standing> standings) {
        List<Standing> broken =
                standings.stream().filter(standing -> !standing.isKept()).toList();
        if (broken.isEmpty()) {
            return standings.stream()
                    .findFirst()
                    .map(standing -> standing.counted(standing.tried().get(0)))
                    .orElse("");
        }
        String all = broken.stream()
                .map(standing -> standing.promise().title() + " "
                        + standing.counted(standing.broken().get(0)))
                .collect(Collectors.joining("; "));
        return all.length() <= MOST ? all : counts(broken);
    }

    private static String counts(List<Standing> broken) {
        return broken.stream()
                        .map(standing -> standing.promise().title() + " "
                                + standing.hits(standing.broken().get(0)))
                        .collect(Collectors.joining(", "))
                + " of " + broken.get(0).trials();
    }
}
