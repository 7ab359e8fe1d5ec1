package io.producerbench.results;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A row of a results file that was read back. The code that reads a cell says what the cell should
 * be. A cell that is something else is an error that names the file, the line and the column.
 *
 * @param line the number of the line in which the row begins; the header is line 1
 * @param cells by column name, in the order of the file
 */
public record ResultRow(Path file, long line, Map<String, String> cells) {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");
    private static final Pattern COUNT = Pattern.compile("\\d{1,18}");

    /** Returns true if the file has the column. */
    public boolean has(ColumnKey column) {
        return cells.containsKey(column.name());
    }

    /** Returns the cell of a column that the file must have. */
    public String text(ColumnKey column) {
        String cell = cells.get(column.name());
        if (cell == null) {
            throw new ResultFileException(
                    file + ": expected a column " + column + ", got none; was the file written by this program?");
        }
        return cell;
    }

    /** Returns the cell of a column that older files lack; empty there. */
    public String textIfAny(ColumnKey column) {
        return cells.getOrDefault(column.name(), "");
    }

    /** Returns true or false as the cell says, which says one of them. */
    public boolean flag(ColumnKey column) {
        String cell = text(column);
        require(cell.equals("true") || cell.equals("false"), column, "true or false");
        return cell.equals("true");
    }

    /** Returns the number in a cell; empty if the cell is empty. */
    public OptionalDouble number(ColumnKey column) {
        String cell = text(column);
        if (cell.isEmpty()) {
            return OptionalDouble.empty();
        }
        require(NUMBER.matcher(cell).matches(), column, "a number");
        return OptionalDouble.of(Double.parseDouble(cell));
    }

    /** Returns the number in a cell that is never negative; empty if the cell is empty. */
    public OptionalDouble amount(ColumnKey column) {
        OptionalDouble amount = number(column);
        require(amount.isEmpty() || amount.getAsDouble() >= 0, column, "a number of at least 0");
        return amount;
    }

    /** Returns the whole number in a cell, which is not negative; empty if the cell is empty. */
    public OptionalLong count(ColumnKey column) {
        String cell = text(column);
        if (cell.isEmpty()) {
            return OptionalLong.empty();
        }
        require(COUNT.matcher(cell).matches(), column, "a whole number");
        return OptionalLong.of(Long.parseLong(cell));
    }

    /** Returns the whole number in a cell that is never empty. */
    public long requireCount(ColumnKey column) {
        return count(column).orElseThrow(() -> wrong(column, "a whole number"));
    }

    /** Returns the whole number in a cell that is never empty, where it must fit an {@code int}. */
    public int requireInt(ColumnKey column) {
        long count = requireCount(column);
        require(count <= Integer.MAX_VALUE, column, "a whole number of at most " + Integer.MAX_VALUE);
        return (int) count;
    }

    /**
     * Throws unless {@code right}. The message says that the cell should have been
     * {@code expected}.
     */
    public void require(boolean right, ColumnKey column, String expected) {
        if (!right) {
            throw wrong(column, expected);
        }
    }

    /** Returns the error that a cell is not what was expected. */
    public ResultFileException wrong(ColumnKey column, String expected) {
        return new ResultFileException(file + ": line " + line + ", column " + column + ": expected " + expected
                + ", got '" + text(column).lines().findFirst().orElse("")
                + "'; restore the file as the run wrote it");
    }
}
