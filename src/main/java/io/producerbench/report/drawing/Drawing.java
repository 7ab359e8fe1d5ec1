package io.producerbench.report.drawing;

import java.util.List;

/**
 * Shapes, those in front last.
 *
 * @param width in pixels at full size
 * @param height in the same unit
 */
public record Drawing(double width, double height, List<Primitive> primitives) {
    /**
     * The width of every drawing. A page of 390 pixels shows it at two thirds, where
     * {@link #TEXT_SIZE} is still 11 pixels.
     */
    public static final double WIDTH = 520;

    /** The size of every text. */
    public static final double TEXT_SIZE = 16;

    /** The width of one character of a wide font, on average. */
    static final double CHARACTER = 0.57 * TEXT_SIZE;

    public Drawing {
        primitives = List.copyOf(primitives);
    }

    /** Returns about how wide a text is. */
    public static double widthOf(String text) {
        return text.codePointCount(0, text.length()) * CHARACTER;
    }
}
