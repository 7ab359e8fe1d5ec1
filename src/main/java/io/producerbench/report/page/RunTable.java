package io.producerbench.report.page;

import io.producerbench.results.ResultRow;
import java.util.List;

/**
 * One CSV file of a run.
 *
 * @param name of the file
 * @param rows at least one
 * @param sha256 of the file's bytes, in hexadecimal
 */
public record RunTable(String name, List<ResultRow> rows, String sha256) {
    List<String> titles() {
        return List.copyOf(rows.get(0).cells().keySet());
    }
}
