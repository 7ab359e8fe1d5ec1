package io.producerbench.report.drawing;

import io.producerbench.report.drawing.Primitive.Box;
import io.producerbench.report.drawing.Primitive.Dot;
import io.producerbench.report.drawing.Primitive.Lettering;
import io.producerbench.report.drawing.Primitive.Polyline;
import io.producerbench.text.Texts;
import java.util.List;

/** Puts a title above a drawing and words below it, for files that stand alone. */
public final class Framed {
    private static final double MARGIN = 14;
    private static final double LINE = 21;
    private static final int CHARACTERS = (int) (Drawing.WIDTH / Drawing.CHARACTER);

    private Framed() {}

    /**
     * Returns the larger drawing.
     *
     * @param source what it is made from
     */
    public static Drawing of(String title, String caption, String source, Drawing drawing) {
        Sketch sketch = new Sketch();
        double y = MARGIN + Drawing.TEXT_SIZE;
        for (String line : Texts.wrap(title, CHARACTERS - 4)) {
            sketch.bold(new Place(MARGIN, y), line, Anchor.START, Ink.TEXT);
            y += LINE;
        }
        double down = y - 4;
        drawing.primitives().forEach(shape -> sketch.add(moved(shape, MARGIN, down)));
        y = down + drawing.height() + LINE;
        for (String line : Texts.wrap(caption, CHARACTERS)) {
            sketch.text(new Place(MARGIN, y), line, Anchor.START, Ink.TEXT);
            y += LINE;
        }
        for (String line : Texts.wrap(source, CHARACTERS)) {
            sketch.text(new Place(MARGIN, y), line, Anchor.START, Ink.MUTED);
            y += LINE;
        }
        return new Drawing(drawing.width() + 2 * MARGIN, y, sketch.drawing(y).primitives());
    }

    private static Primitive moved(Primitive shape, double right, double down) {
        if (shape instanceof Polyline line) {
            List<Place> places = line.places().stream()
                    .map(place -> moved(place, right, down))
                    .toList();
            return new Polyline(places, line.ink(), line.stroke());
        }
        if (shape instanceof Box box) {
            return new Box(moved(box.corner(), right, down), box.width(), box.height(), box.ink(), box.fill());
        }
        if (shape instanceof Dot dot) {
            return new Dot(moved(dot.at(), right, down), dot.radius(), dot.glyph(), dot.ink(), dot.fill(), dot.tip());
        }
        Lettering text = (Lettering) shape;
        return new Lettering(moved(text.at(), right, down), text.text(), text.anchor(), text.ink(), text.bold());
    }

    private static Place moved(Place place, double right, double down) {
        return new Place(place.x() + right, place.y() + down);
    }
}
