package io.producerbench.report.page;

import io.producerbench.results.SummaryKeys;

/** How the numbers were measured, in a paragraph. */
final class Method {
    private Method() {}

    static Html of(PageInput input) {
        StringBuilder text = new StringBuilder();
        if (!input.run().summary().isEmpty()) {
            text.append("Three real broker processes; every setting once in each of ")
                    .append(input.run().summary().get(0).text(SummaryKeys.BLOCKS))
                    .append(" blocks, in a new random order, each in a JVM of its own. A ratio compares two samples of"
                            + " the same block; its median over the blocks has a distribution-free 95 % interval, which"
                            + " needs six blocks. Latency is measured from when a record was due, so that a stall counts"
                            + " for every record that waited. The brokers' own log ends confirm the counts. ");
        }
        if (!input.cells().isEmpty()) {
            text.append(
                    "Faults are provoked on brokers and connections while a producer writes down each record and its"
                            + " answer; afterwards everything is read back and compared. A bound is Clopper and Pearson's, at"
                            + " 95 %, for each fault by itself.");
        }
        return Html.tag("p", Html.words(text.toString()));
    }
}
