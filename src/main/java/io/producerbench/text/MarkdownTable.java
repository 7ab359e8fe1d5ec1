package io.producerbench.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A table in GitHub's Markdown whose columns are as wide as their widest cell, so that it can be read as it is. What a cell
 * says is shown to the letter, never taken for Markdown or HTML.
 */
public final class MarkdownTable {
    /** In a cell of which nothing is known. */
    public static final String ABSENT = "–";

    /** Wider than this a cell makes its own line long, not the whole column. */
    private static final int WIDEST = 60;

    private final List<List<String>> lines = new ArrayList<>();
    private final List<Boolean> isNumeric;

    private MarkdownTable(List<Boolean> isNumeric) {
        this.isNumeric = isNumeric;
    }

    /** @param titles of the columns; one that ends with a colon is of numbers, which stand to the right */
    public static MarkdownTable of(List<String> titles) {
        MarkdownTable table = new MarkdownTable(
                titles.stream().map(title -> title.endsWith(":")).toList());
        table.add(titles.stream()
                .map(title -> title.endsWith(":") ? title.substring(0, title.length() - 1) : title)
                .toList());
        return table;
    }

    /** A row; an empty cell shows that nothing is known. */
    public void add(List<String> cells) {
        lines.add(cells.stream()
                .map(cell -> cell.isEmpty() ? ABSENT : escaped(cell))
                .toList());
    }

    /** The text as Markdown shows it to the letter. */
    public static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ")
                .replaceAll("&(?=[#A-Za-z])", "&amp;")
                .replaceAll("<(?=[A-Za-z/!?])", "&lt;")
                .replaceAll("([\\\\`*\\[|~])", "\\\\$1");
    }

    public String text() {
        StringBuilder text = new StringBuilder(line(lines.get(0)));
        text.append(rule());
        lines.stream().skip(1).forEach(cells -> text.append(line(cells)));
        return text.toString();
    }

    private String line(List<String> cells) {
        List<String> padded = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            String format = "%" + (isNumeric.get(column) ? "" : "-") + width(column) + "s";
            padded.add(String.format(Locale.ROOT, format, cells.get(column)));
        }
        return "| " + String.join(" | ", padded) + " |\n";
    }

    private String rule() {
        String[] rules = new String[isNumeric.size()];
        Arrays.setAll(
                rules,
                column -> isNumeric.get(column) ? "-".repeat(width(column) - 1) + ":" : "-".repeat(width(column)));
        return Arrays.stream(rules).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private int width(int column) {
        int widest = lines.stream()
                .mapToInt(cells -> cells.get(column).length())
                .filter(length -> length <= WIDEST)
                .max()
                .orElse(WIDEST);
        return Math.max(3, widest);
    }
}
