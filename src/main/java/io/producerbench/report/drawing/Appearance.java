package io.producerbench.report.drawing;

/** How something looks wherever it is drawn. */
public record Appearance(Ink ink, Glyph glyph, Fill fill) {
    public Appearance(Ink ink, Glyph glyph) {
        this(ink, glyph, Fill.SOLID);
    }

    /** Returns the same look with another fill. */
    public Appearance with(Fill other) {
        return new Appearance(ink, glyph, other);
    }
}
