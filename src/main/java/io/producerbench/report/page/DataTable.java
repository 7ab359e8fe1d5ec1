package io.producerbench.report.page;

import io.producerbench.results.Column;
import io.producerbench.results.ResultRow;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows one CSV file whole: as a table that can be sorted and filtered, and to be downloaded. */
final class DataTable {
    private static final String NUMBER = "-?\\d+(\\.\\d+)?";

    private DataTable() {}

    static Html of(ReportedRun run, RunTable table, boolean open) {
        List<String> varying = table.titles().stream()
                .filter(title -> distinct(table, title).size() > 1)
                .toList();
        Map<String, String> attributes = open ? Map.of("class", "file", "open", "open") : Map.of("class", "file");
        return Html.tag(
                "details",
                attributes,
                Html.tag(
                        "summary",
                        Html.words(table.name() + " of " + run.folder() + ": "
                                + table.rows().size() + (table.rows().size() == 1 ? " row" : " rows"))),
                Html.tag(
                        "p",
                        download(table),
                        Html.words(" SHA-256 of the file in the run directory: "),
                        Html.of("code", "digest", Html.words(table.sha256()))),
                Html.tag("p", Html.words("The same in every row: " + same(table, varying))),
                Html.of("div", "wide", rows(table, varying)));
    }

    private static Html rows(RunTable table, List<String> titles) {
        return Html.of(
                "table",
                "data",
                Html.tag(
                        "thead",
                        Html.tag(
                                "tr",
                                Html.all(titles.stream()
                                        .map(title -> Html.tag("th", Map.of("scope", "col"), Html.words(title)))))),
                Html.tag("tbody", Html.all(table.rows().stream().map(row -> Html.tag("tr", cells(row, titles))))));
    }

    private static Html cells(ResultRow row, List<String> titles) {
        return Html.all(titles.stream().map(title -> cell(row.cells().get(title))));
    }

    private static Html cell(String cell) {
        return cell.matches(NUMBER) ? Html.of("td", "n", Html.words(cell)) : Html.tag("td", Html.words(cell));
    }

    private static List<String> distinct(RunTable table, String title) {
        return table.rows().stream()
                .map(row -> row.cells().get(title))
                .distinct()
                .limit(2)
                .toList();
    }

    private static String same(RunTable table, List<String> varying) {
        return table.titles().stream()
                .filter(title -> !varying.contains(title))
                .filter(title -> !distinct(table, title).get(0).isEmpty())
                .map(title -> title + "=" + distinct(table, title).get(0))
                .collect(Collectors.joining(", "));
    }

    /** The link holds the whole file, so that it needs neither a script nor the run directory. */
    private static Html download(RunTable table) {
        String csv = Stream.concat(
                        Stream.of(table.titles()),
                        table.rows().stream().map(row -> List.copyOf(row.cells().values())))
                .map(cells -> cells.stream().map(DataTable::harmless).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
        String data = Base64.getEncoder().encodeToString(csv.getBytes(StandardCharsets.UTF_8));
        return Html.tag(
                "a",
                Map.of("download", table.name(), "href", "data:text/csv;charset=utf-8;base64," + data),
                Html.words("Download " + table.name()));
    }

    /** Returns the cell so that no spreadsheet takes it for a formula; numbers stay numbers. */
    static String harmless(String cell) {
        return "\"" + Column.inert(cell).replace("\"", "\"\"") + "\"";
    }
}
