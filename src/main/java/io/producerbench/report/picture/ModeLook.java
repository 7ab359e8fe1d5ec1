package io.producerbench.report.picture;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.drawing.Appearance;
import io.producerbench.report.drawing.Glyph;
import io.producerbench.report.drawing.Ink;

/** How each mode looks, in every picture. */
final class ModeLook {
    private ModeLook() {}

    static Appearance of(Mode mode) {
        return switch (mode) {
            case ACKS_0 -> new Appearance(Ink.GREY, Glyph.CROSS);
            case ACKS_1 -> new Appearance(Ink.ORANGE, Glyph.SQUARE);
            case ACKS_ALL -> new Appearance(Ink.BLUE, Glyph.CIRCLE);
            case IDEMPOTENT -> new Appearance(Ink.GREEN, Glyph.TRIANGLE);
            case TRANSACTIONAL -> new Appearance(Ink.PURPLE, Glyph.DIAMOND);
        };
    }
}
