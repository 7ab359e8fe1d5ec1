package io.producerbench.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A table for a terminal, its columns as wide as their widest cell. */
public final class TextTable {
    private static final String GAP = "  ";

    /** What could move the cursor or change colours. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final List<List<String>> lines = new ArrayList<>();
    private final List<Boolean> isNumeric;

    private TextTable(List<Boolean> isNumeric) {
        this.isNumeric = isNumeric;
    }

    /** @param titles of the columns; one that ends with a colon is of numbers, which stand to the right */
    public static TextTable of(String... titles) {
        TextTable table = new TextTable(
                List.of(titles).stream().map(title -> title.endsWith(":")).toList());
        table.lines.add(List.of(titles).stream()
                .map(title -> title.endsWith(":") ? title.substring(0, title.length() - 1) : title)
                .toList());
        return table;
    }

    public void add(String... cells) {
        lines.add(List.of(cells).stream().map(TextTable::printable).toList());
    }

    /** Without anything that a terminal would not print but obey. */
    public static String printable(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder();
            for (int column = 0; column < line.size(); column++) {
                String padding = " ".repeat(width(column) - line.get(column).length());
                row.append(column == 0 ? "" : GAP);
                row.append(isNumeric.get(column) ? padding + line.get(column) : line.get(column) + padding);
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }
}
