package io.producerbench.report.drawing;

import java.util.List;

/** One drawing with every kind of shape. */
final class AnyDrawing {
    private AnyDrawing() {}

    static Drawing with(String text) {
        return new Sketch()
                .line(new Place(0, 10.04), new Place(100, 10.04), Ink.GRID, Stroke.HAIR)
                .add(new Primitive.Polyline(
                        List.of(new Place(0, 0), new Place(50, 20), new Place(100, 5)), Ink.BLUE, Stroke.DASHED))
                .box(new Place(10, 20), new Place(60, 40), Ink.GREEN, Fill.TINT)
                .dot(new Place(30, 30), 5, new Appearance(Ink.ORANGE, Glyph.CIRCLE), text)
                .dot(new Place(60, 30), 5, new Appearance(Ink.PURPLE, Glyph.DIAMOND, Fill.HOLLOW), "")
                .text(new Place(520, 60), text, Anchor.END, Ink.TEXT)
                .bold(new Place(0, 60), "bold", Anchor.START, Ink.MUTED)
                .drawing(80);
    }
}
