package io.producerbench.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for people, which can be written for a terminal or in Markdown. */
public final class Table {
    /** Stands in a Markdown cell whose value is not known. */
    public static final String ABSENT = "–";

    private static final String GAP = "  ";

    /**
     * A cell longer than this does not widen its column in Markdown. Only its own line gets longer.
     */
    private static final int WIDEST = 60;

    private final List<String> titles;
    private final List<Boolean> isNumeric;
    private final List<List<String>> rows = new ArrayList<>();

    private Table(List<String> titles, List<Boolean> isNumeric) {
        this.titles = titles;
        this.isNumeric = isNumeric;
    }

    /**
     * Returns a table without rows.
     *
     * @param titles of the columns; a title that ends with a colon marks a column of numbers,
     *     which are aligned to the right
     */
    public static Table of(List<String> titles) {
        return new Table(
                titles.stream().map(title -> title.replaceAll(":$", "")).toList(),
                titles.stream().map(title -> title.endsWith(":")).toList());
    }

    public static Table of(String... titles) {
        return of(List.of(titles));
    }

    public void add(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    public void add(String... cells) {
        add(List.of(cells));
    }

    private List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>(List.of(titles));
        lines.addAll(rows);
        return lines;
    }

    /** Returns the table for a terminal. Each column is as wide as its widest cell. */
    public String plain() {
        List<List<String>> lines = lines().stream()
                .map(cells -> cells.stream().map(Texts::printable).toList())
                .toList();
        int[] widths = widths(lines, Integer.MAX_VALUE, 0);
        return lines.stream()
                .map(cells -> String.join(GAP, padded(cells, widths)).stripTrailing() + "\n")
                .collect(Collectors.joining());
    }

    /**
     * Returns the table in GitHub's Markdown. It shows each cell literally, and {@link #ABSENT} for
     * an empty one.
     */
    public String markdown() {
        List<List<String>> lines = lines().stream()
                .map(cells -> cells.stream()
                        .map(cell -> cell.isEmpty() ? ABSENT : Texts.escaped(cell))
                        .toList())
                .toList();
        int[] widths = widths(lines, WIDEST, 3);
        List<String> text = lines.stream()
                .map(cells -> padded(cells, widths))
                .map(Table::piped)
                .collect(Collectors.toCollection(ArrayList::new));
        text.add(1, piped(rule(widths)));
        return String.join("", text);
    }

    private static String piped(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private List<String> rule(int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column ->
                        isNumeric.get(column) ? "-".repeat(widths[column] - 1) + ":" : "-".repeat(widths[column]))
                .toList();
    }

    /**
     * Returns the lines of the table with columns of these widths. A cell that is too long
     * continues on the next line.
     */
    public List<String> wrapped(int... widths) {
        return wrapped(GAP, widths);
    }

    /** Does the same with another gap between the columns. */
    public List<String> wrapped(String gap, int... widths) {
        List<String> wrapped = new ArrayList<>();
        for (List<String> cells : lines()) {
            List<List<String>> columns = IntStream.range(0, widths.length)
                    .mapToObj(column -> Texts.wrap(cells.get(column), widths[column]))
                    .toList();
            int height = columns.stream().mapToInt(List::size).max().orElse(0);
            for (int line = 0; line < height; line++) {
                int at = line;
                List<String> parts = columns.stream()
                        .map(parted -> at < parted.size() ? parted.get(at) : "")
                        .toList();
                wrapped.add(String.join(gap, padded(parts, widths)).stripTrailing());
            }
        }
        return wrapped;
    }

    /**
     * Returns the lines of the table, each written by one format. A cell that is too long moves
     * the cells behind it.
     */
    public List<String> formatted(String format) {
        return lines().stream()
                .map(cells ->
                        String.format(Locale.ROOT, format, cells.toArray()).stripTrailing())
                .toList();
    }

    /**
     * Returns the same as one text, with lines below the rows.
     *
     * @param notes the lines below each row
     */
    public String formatted(String format, List<List<String>> notes) {
        List<String> lines = formatted(format);
        StringBuilder text = new StringBuilder(lines.get(0)).append('\n');
        for (int row = 0; row < notes.size(); row++) {
            text.append(lines.get(row + 1)).append('\n');
            notes.get(row).forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }

    private List<String> padded(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> {
                    String padding = " "
                            .repeat(Math.max(
                                    0, widths[column] - cells.get(column).length()));
                    return isNumeric.get(column) ? padding + cells.get(column) : cells.get(column) + padding;
                })
                .toList();
    }

    private int[] widths(List<List<String>> lines, int widest, int least) {
        int[] widths = new int[titles.size()];
        Arrays.setAll(
                widths,
                column -> Math.max(
                        least,
                        lines.stream()
                                .mapToInt(cells -> cells.get(column).length())
                                .filter(length -> length <= widest)
                                .max()
                                .orElse(widest)));
        return widths;
    }
}
