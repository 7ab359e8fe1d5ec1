package io.producerbench.report;

import io.producerbench.results.ResultRow;
import java.util.List;

/**
 * A summary that a report is made of.
 *
 * @param folder as the report names it
 * @param rows at least one
 */
public record Source(String folder, List<ResultRow> rows) {
    /** A cell that all rows of a run have in common. */
    String shared(String column) {
        return rows.get(0).text(column);
    }
}
