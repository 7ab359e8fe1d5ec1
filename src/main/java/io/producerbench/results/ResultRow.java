package io.producerbench.results;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A row of a results file that was read back. Whoever reads a cell says what it should be, and a cell that is something else
 * is an error that can be found in the file.
 *
 * @param number from 1, the header apart
 */
public record ResultRow(Path file, int number, Map<String, String> cells) {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");
    private static final Pattern COUNT = Pattern.compile("\\d{1,18}");

    /** A cell of a column that the file must have. */
    public String text(String column) {
        String cell = cells.get(column);
        if (cell == null) {
            throw new ResultFileException(
                    file + ": expected a column " + column + ", got none; was the file written by this program?");
        }
        return cell;
    }

    /** A cell of a column that older files lack; empty there. */
    public String textIfAny(String column) {
        return cells.getOrDefault(column, "");
    }

    /** Empty where the cell is. */
    public OptionalDouble number(String column) {
        String cell = text(column);
        if (cell.isEmpty()) {
            return OptionalDouble.empty();
        }
        require(NUMBER.matcher(cell).matches(), column, "a number");
        return OptionalDouble.of(Double.parseDouble(cell));
    }

    /** A whole number that is not negative; empty where the cell is. */
    public OptionalLong count(String column) {
        String cell = text(column);
        if (cell.isEmpty()) {
            return OptionalLong.empty();
        }
        require(COUNT.matcher(cell).matches(), column, "a whole number");
        return OptionalLong.of(Long.parseLong(cell));
    }

    /** The same where the cell is never empty. */
    public long requireCount(String column) {
        return count(column).orElseThrow(() -> wrong(column, "a whole number"));
    }

    /** The same where it is one that fits an {@code int}. */
    public int requireInt(String column) {
        long count = requireCount(column);
        require(count <= Integer.MAX_VALUE, column, "a whole number of at most " + Integer.MAX_VALUE);
        return (int) count;
    }

    /** An error unless {@code right}: the cell should have been what {@code expected} says. */
    public void require(boolean right, String column, String expected) {
        if (!right) {
            throw wrong(column, expected);
        }
    }

    /** The error that a cell is not what was expected. */
    public ResultFileException wrong(String column, String expected) {
        return new ResultFileException(file + ": row " + number + ", column " + column + ": expected " + expected
                + ", got '" + text(column).lines().findFirst().orElse("")
                + "'; restore the file as the run wrote it");
    }
}
