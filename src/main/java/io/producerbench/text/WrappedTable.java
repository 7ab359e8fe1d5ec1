package io.producerbench.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rows of fixed width whose cells go on below where they are too long.
 *
 * @param widths of the columns in characters; negative where the cells begin at the left
 */
public record WrappedTable(List<Integer> widths) {
    private static final String GAP = "  ";

    /** The lines of one row. */
    public List<String> row(String... cells) {
        List<List<String>> columns = new ArrayList<>();
        for (int column = 0; column < cells.length; column++) {
            columns.add(wrap(cells[column], Math.abs(widths.get(column))));
        }
        int height = columns.stream().mapToInt(List::size).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            lines.add(line(columns, line));
        }
        return lines;
    }

    private String line(List<List<String>> columns, int line) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            List<String> parts = columns.get(column);
            String part = line < parts.size() ? parts.get(line) : "";
            cells.add(String.format(Locale.ROOT, "%" + widths.get(column) + "s", part));
        }
        return String.join(GAP, cells).stripTrailing();
    }

    /** Breaks at blanks, and within a word only if it is longer than a line. */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int end = blank > 0 ? blank : width;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).strip();
        }
        lines.add(rest);
        return lines;
    }
}
