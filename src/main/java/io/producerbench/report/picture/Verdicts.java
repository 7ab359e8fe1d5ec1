package io.producerbench.report.picture;

import io.producerbench.report.drawing.Anchor;
import io.producerbench.report.drawing.Appearance;
import io.producerbench.report.drawing.Fill;
import io.producerbench.report.drawing.Glyph;
import io.producerbench.report.drawing.Ink;
import io.producerbench.report.drawing.Place;
import io.producerbench.report.drawing.Sketch;

/** Draws what became of records, by colour and by shape: a cross if something happened. */
final class Verdicts {
    private static final Appearance SEEN = new Appearance(Ink.RED, Glyph.CROSS);
    private static final Appearance NEVER = new Appearance(Ink.GREEN, Glyph.CIRCLE, Fill.HOLLOW);

    private Verdicts() {}

    static Appearance look(boolean ever) {
        return ever ? SEEN : NEVER;
    }

    /** Draws a dash: not tried. */
    static void absent(Sketch sketch, Place at) {
        sketch.text(new Place(at.x(), at.y() + 5.5), "–", Anchor.MIDDLE, Ink.MUTED);
    }
}
