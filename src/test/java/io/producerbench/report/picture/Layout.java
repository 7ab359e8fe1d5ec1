package io.producerbench.report.picture;

import io.producerbench.report.drawing.Drawing;
import io.producerbench.report.drawing.Primitive.Lettering;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Finds text that a reader could not read. */
final class Layout {
    /** Capitals and digits reach about this far above the base line. */
    private static final double ASCENT = 0.72 * Drawing.TEXT_SIZE;

    /** Texts may touch by the room that fonts leave around them. */
    private static final double TOUCH = 1;

    private Layout() {}

    static List<String> problems(Drawing drawing) {
        List<Lettering> texts = drawing.primitives().stream()
                .filter(Lettering.class::isInstance)
                .map(Lettering.class::cast)
                .filter(text -> !text.text().isEmpty())
                .toList();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Rectangle2D box = box(texts.get(i));
            if (box.getMinX() < -TOUCH
                    || box.getMaxX() > drawing.width() + TOUCH
                    || box.getMinY() < -TOUCH
                    || box.getMaxY() > drawing.height()) {
                problems.add("cut off: " + texts.get(i).text());
            }
            for (int j = 0; j < i; j++) {
                Rectangle2D both = box.createIntersection(box(texts.get(j)));
                if (both.getWidth() > TOUCH && both.getHeight() > TOUCH) {
                    problems.add("overlap: " + texts.get(i).text() + " and "
                            + texts.get(j).text());
                }
            }
        }
        return problems;
    }

    private static Rectangle2D box(Lettering text) {
        double width = Drawing.widthOf(text.text());
        double left = switch (text.anchor()) {
            case START -> text.at().x();
            case MIDDLE -> text.at().x() - width / 2;
            case END -> text.at().x() - width;
        };
        return new Rectangle2D.Double(left, text.at().y() - ASCENT, width, ASCENT);
    }
}
