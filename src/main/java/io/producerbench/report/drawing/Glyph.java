package io.producerbench.report.drawing;

import java.util.List;
import java.util.stream.IntStream;

/** The form of a dot, so that a reader who sees no colours can tell dots apart. */
public enum Glyph {
    CIRCLE,
    SQUARE(-0.85, -0.85, 0.85, -0.85, 0.85, 0.85, -0.85, 0.85),
    DIAMOND(0, -1.2, 1.2, 0, 0, 1.2, -1.2, 0),
    TRIANGLE(0, -1.15, 1.1, 0.8, -1.1, 0.8),
    WEDGE(0, 1.15, 1.1, -0.8, -1.1, -0.8),
    CROSS(
            -1.0, -0.6, -0.6, -1.0, 0, -0.4, 0.6, -1.0, 1.0, -0.6, 0.4, 0, 1.0, 0.6, 0.6, 1.0, 0, 0.4, -0.6, 1.0, -1.0,
            0.6, -0.4, 0);

    private final List<Place> corners;

    Glyph(double... coordinates) {
        corners = IntStream.range(0, coordinates.length / 2)
                .mapToObj(i -> new Place(coordinates[2 * i], coordinates[2 * i + 1]))
                .toList();
    }

    /** Returns the corners around a place; empty for a circle. */
    List<Place> corners(Place at, double radius) {
        return corners.stream()
                .map(corner -> new Place(at.x() + corner.x() * radius, at.y() + corner.y() * radius))
                .toList();
    }
}
