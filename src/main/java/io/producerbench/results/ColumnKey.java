package io.producerbench.results;

/**
 * The name of a CSV column. The column that writes a cell and the code that reads it share one key,
 * so a name is spelt in one place.
 */
public record ColumnKey(String name) {
    /** Returns the key of the column that says the same about one of two sides. */
    public ColumnKey of(String side) {
        return new ColumnKey(side + "_" + name);
    }

    /** Returns the key of the median over blocks or trials. */
    public ColumnKey median() {
        return with("median");
    }

    /** Returns the key of the lower end of an interval. */
    public ColumnKey low() {
        return with("low");
    }

    /** Returns the key of the upper end of an interval. */
    public ColumnKey high() {
        return with("high");
    }

    /** Returns the key of the smallest value. */
    public ColumnKey min() {
        return with("min");
    }

    /** Returns the key of the largest value. */
    public ColumnKey max() {
        return with("max");
    }

    /** Returns the key of the number of trials in which the count is not 0. */
    public ColumnKey trials() {
        return with("trials");
    }

    private ColumnKey with(String statistic) {
        return new ColumnKey(name + "_" + statistic);
    }

    /** Returns the name, so that messages can contain keys. */
    @Override
    public String toString() {
        return name;
    }
}
