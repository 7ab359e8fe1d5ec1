package io.producerbench.report.drawing;

import java.util.List;

/** One shape of a drawing. */
public sealed interface Primitive {
    /**
     * A line through places.
     *
     * @param places at least two
     */
    record Polyline(List<Place> places, Ink ink, Stroke stroke) implements Primitive {
        public Polyline {
            places = List.copyOf(places);
        }
    }

    /** A rectangle; the corner is that at the top left. */
    record Box(Place corner, double width, double height, Ink ink, Fill fill) implements Primitive {}

    /**
     * A dot.
     *
     * @param tip shown while a pointer rests on it; may be empty
     */
    record Dot(Place at, double radius, Glyph glyph, Ink ink, Fill fill, String tip) implements Primitive {}

    /** One line of text. The place is on its base line. */
    record Lettering(Place at, String text, Anchor anchor, Ink ink, boolean bold) implements Primitive {}
}
