package io.producerbench.report.page;

import io.producerbench.text.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A small table whose cells are words, for the page and for Markdown alike. */
record Grid(List<String> titles, List<GridRow> rows) {
    /** @param cssClass of the row on the page; may be empty */
    record GridRow(String cssClass, List<String> cells) {}

    /** Returns a table of these rows, without the columns that are empty in all of them. */
    static Grid of(List<String> titles, List<GridRow> rows) {
        int[] used = IntStream.range(0, titles.size())
                .filter(column ->
                        rows.stream().anyMatch(row -> !row.cells().get(column).isEmpty()))
                .toArray();
        return new Grid(
                at(titles, used),
                rows.stream()
                        .map(row -> new GridRow(row.cssClass(), at(row.cells(), used)))
                        .toList());
    }

    private static List<String> at(List<String> all, int... columns) {
        return IntStream.of(columns).mapToObj(all::get).toList();
    }

    /** Returns the table; on a narrow screen each row becomes a card, whose cells name their column. */
    Html html(String caption) {
        Html head = Html.tag(
                "tr",
                Html.all(titles.stream().map(title -> Html.tag("th", Map.of("scope", "col"), Html.words(title)))));
        return Html.of(
                "table",
                "cards",
                Html.tag("caption", Html.words(caption)),
                Html.tag("thead", head),
                Html.tag("tbody", Html.all(rows.stream().map(this::html))));
    }

    private Html html(GridRow row) {
        Stream<Html> cells = IntStream.range(0, titles.size())
                .mapToObj(column -> column == 0
                        ? Html.tag("th", Map.of("scope", "row"), cell(row, column))
                        : Html.tag("td", Map.of("data-label", titles.get(column)), cell(row, column)));
        return row.cssClass().isEmpty()
                ? Html.tag("tr", Html.all(cells))
                : Html.of("tr", row.cssClass(), Html.all(cells));
    }

    private static Html cell(GridRow row, int column) {
        String cell = row.cells().get(column);
        return Html.words(cell.isEmpty() ? Table.ABSENT : cell);
    }

    String markdown() {
        Table table = Table.of(titles);
        rows.forEach(row -> table.add(new ArrayList<>(row.cells())));
        return table.markdown();
    }
}
