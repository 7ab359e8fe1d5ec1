package io.producerbench.report.picture;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.drawing.Glyph;
import io.producerbench.report.drawing.Ink;
import io.producerbench.report.drawing.Look;

/** How each mode looks, in every picture. */
final class ModeLook {
    private ModeLook() {}

    static Look of(Mode mode) {
        return switch (mode) {
            case ACKS_0 -> new Look(Ink.GREY, Glyph.CROSS);
            case ACKS_1 -> new Look(Ink.ORANGE, Glyph.SQUARE);
            case ACKS_ALL -> new Look(Ink.BLUE, Glyph.CIRCLE);
            case IDEMPOTENT -> new Look(Ink.GREEN, Glyph.TRIANGLE);
            case TRANSACTIONAL -> new Look(Ink.PURPLE, Glyph.DIAMOND);
        };
    }
}
