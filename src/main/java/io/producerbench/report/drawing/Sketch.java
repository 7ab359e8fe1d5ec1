package io.producerbench.report.drawing;

import io.producerbench.report.drawing.Primitive.Box;
import io.producerbench.report.drawing.Primitive.Dot;
import io.producerbench.report.drawing.Primitive.Lettering;
import io.producerbench.report.drawing.Primitive.Polyline;
import java.util.ArrayList;
import java.util.List;

/** Collects the shapes of a drawing. */
public final class Sketch {
    private final List<Primitive> primitives = new ArrayList<>();

    /** Adds shapes in front of the others. */
    public Sketch add(Primitive... shapes) {
        primitives.addAll(List.of(shapes));
        return this;
    }

    public Sketch addAll(List<? extends Primitive> shapes) {
        primitives.addAll(shapes);
        return this;
    }

    /** Adds a straight line. */
    public Sketch line(Place from, Place to, Ink ink, Stroke stroke) {
        return add(new Polyline(List.of(from, to), ink, stroke));
    }

    public Sketch box(Place corner, Place opposite, Ink ink, Fill fill) {
        return add(new Box(corner, opposite.x() - corner.x(), opposite.y() - corner.y(), ink, fill));
    }

    public Sketch dot(Place at, double radius, Appearance look, String tip) {
        return add(new Dot(at, radius, look.glyph(), look.ink(), look.fill(), tip));
    }

    /** Adds text; none if it is empty. */
    public Sketch text(Place at, String text, Anchor anchor, Ink ink) {
        return text.isEmpty() ? this : add(new Lettering(at, text, anchor, ink, false));
    }

    /** Adds text that stands out; none if it is empty. */
    public Sketch bold(Place at, String text, Anchor anchor, Ink ink) {
        return text.isEmpty() ? this : add(new Lettering(at, text, anchor, ink, true));
    }

    /** Returns the drawing of what was added. */
    public Drawing drawing(double height) {
        return new Drawing(Drawing.WIDTH, height, primitives);
    }
}
