package io.producerbench.report.drawing;

import io.producerbench.report.drawing.Primitive.Box;
import io.producerbench.report.drawing.Primitive.Dot;
import io.producerbench.report.drawing.Primitive.Lettering;
import io.producerbench.report.drawing.Primitive.Polyline;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Paints a drawing as PNG, at three times its size, for documents. */
public final class Png {
    private static final int SCALE = 3;

    private Png() {}

    /**
     * Returns the bytes of the image.
     *
     * @throws NoFontsException if this Java has no fonts
     */
    public static byte[] of(Drawing drawing) {
        try {
            System.setProperty("java.awt.headless", "true");
            // Text needs an image without gaps behind it, or its edges look ragged.
            BufferedImage image = new BufferedImage(
                    (int) Math.ceil(SCALE * drawing.width()),
                    (int) Math.ceil(SCALE * drawing.height()),
                    BufferedImage.TYPE_INT_RGB);
            paint(drawing, image);
            return bytes(image);
        } catch (LinkageError | InternalError | IllegalStateException | NullPointerException e) {
            // A Java without fontconfig or its library of fonts says so in any of these ways.
            throw new NoFontsException(e);
        }
    }

    private static void paint(Drawing drawing, BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Ink.PAPER.colour(1));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(SCALE, SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawing.primitives().forEach(primitive -> paint(primitive, graphics));
        graphics.dispose();
    }

    private static void paint(Primitive primitive, Graphics2D graphics) {
        if (primitive instanceof Polyline line) {
            graphics.setColor(line.ink().colour(1));
            graphics.setStroke(stroke(line.stroke()));
            graphics.draw(path(line.places()));
        } else if (primitive instanceof Box box) {
            fill(
                    new Rectangle2D.Double(box.corner().x(), box.corner().y(), box.width(), box.height()),
                    box.ink(),
                    box.fill(),
                    graphics);
        } else if (primitive instanceof Dot dot) {
            fill(shape(dot), dot.ink(), dot.fill(), graphics);
        } else if (primitive instanceof Lettering text) {
            write(text, graphics);
        }
    }

    private static Shape shape(Dot dot) {
        if (dot.glyph() != Glyph.CIRCLE) {
            Path2D path = path(dot.glyph().corners(dot.at(), dot.radius()));
            path.closePath();
            return path;
        }
        double r = dot.radius();
        return new Ellipse2D.Double(dot.at().x() - r, dot.at().y() - r, 2 * r, 2 * r);
    }

    private static void fill(Shape shape, Ink ink, Fill fill, Graphics2D graphics) {
        graphics.setColor(fill == Fill.HOLLOW ? Ink.PAPER.colour(1) : ink.colour(fill.opacity()));
        graphics.fill(shape);
        if (fill == Fill.HOLLOW) {
            graphics.setColor(ink.colour(1));
            graphics.setStroke(new BasicStroke(2));
            graphics.draw(shape);
        }
    }

    private static void write(Lettering text, Graphics2D graphics) {
        graphics.setFont(new Font(Font.SANS_SERIF, text.bold() ? Font.BOLD : Font.PLAIN, (int) Drawing.TEXT_SIZE));
        graphics.setColor(text.ink().colour(1));
        double width =
                graphics.getFontMetrics().getStringBounds(text.text(), graphics).getWidth();
        double left = text.at().x()
                - switch (text.anchor()) {
                    case START -> 0;
                    case MIDDLE -> width / 2;
                    case END -> width;
                };
        graphics.drawString(text.text(), (float) left, (float) text.at().y());
    }

    private static BasicStroke stroke(Stroke stroke) {
        float width = (float) stroke.width();
        if (stroke.dashes().isEmpty()) {
            return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        }
        float[] dashes = {
            stroke.dashes().get(0).floatValue(), stroke.dashes().get(1).floatValue()
        };
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }

    private static Path2D path(List<Place> places) {
        Path2D path = new Path2D.Double();
        path.moveTo(places.get(0).x(), places.get(0).y());
        places.stream().skip(1).forEach(place -> path.lineTo(place.x(), place.y()));
        return path;
    }

    private static byte[] bytes(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            // A cache on the disk would need a directory for temporary files.
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a PNG into memory", e);
        }
        return out.toByteArray();
    }
}
