package io.producerbench.report.drawing;

/** How something looks wherever it is drawn. */
public record Look(Ink ink, Glyph glyph, Fill fill) {
    public Look(Ink ink, Glyph glyph) {
        this(ink, glyph, Fill.SOLID);
    }

    /** Returns the same look with another fill. */
    public Look with(Fill other) {
        return new Look(ink, glyph, other);
    }
}
