package io.producerbench.report.drawing;

/** How much of the paper shows through a shape. */
public enum Fill {
    SOLID(1),
    PALE(0.45),
    TINT(0.14),
    /** An outline around paper, which hides what is below. */
    HOLLOW(1);

    private final double opacity;

    Fill(double opacity) {
        this.opacity = opacity;
    }

    double opacity() {
        return opacity;
    }
}
