package io.producerbench.report.drawing;

import java.util.List;

/** How a line is drawn. */
public enum Stroke {
    HAIR(1, List.of()),
    LINE(2.5, List.of()),
    DASHED(2.5, List.of(7.0, 5.0)),
    /** Leads from a line to its label. */
    LEADER(1.2, List.of(2.0, 3.0));

    private final double width;
    private final List<Double> dashes;

    Stroke(double width, List<Double> dashes) {
        this.width = width;
        this.dashes = dashes;
    }

    double width() {
        return width;
    }

    /** Returns the lengths of dash and gap; empty if the line has no gaps. */
    List<Double> dashes() {
        return dashes;
    }
}
