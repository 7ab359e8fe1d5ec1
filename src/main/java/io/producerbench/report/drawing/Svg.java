package io.producerbench.report.drawing;

import io.producerbench.report.drawing.Primitive.Box;
import io.producerbench.report.drawing.Primitive.Dot;
import io.producerbench.report.drawing.Primitive.Lettering;
import io.producerbench.report.drawing.Primitive.Polyline;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a drawing as SVG. Colours are classes, so that a page's style decides what they are. */
public final class Svg {
    private Svg() {}

    /**
     * Returns the element for a page, which must contain {@link SvgStyle#css()} once.
     *
     * @param id used once in the page
     */
    public static String inline(String id, String title, String description, Drawing drawing) {
        return element(id, "", title, description, drawing, "");
    }

    /** Returns the whole text of a file that needs nothing else. */
    public static String file(String id, String title, String description, Drawing drawing) {
        String size = " width=\"" + number(drawing.width()) + "\" height=\"" + number(drawing.height()) + "\"";
        String paper =
                "<style>" + SvgStyle.css() + "</style>\n<rect class=\"f-paper\" width=\"100%\" height=\"100%\"/>\n";
        return element(id, size, title, description, drawing, paper);
    }

    private static String element(
            String id, String size, String title, String description, Drawing drawing, String first) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" viewBox=\"0 0 " + number(drawing.width())
                + " " + number(drawing.height()) + "\"" + size + " role=\"img\" aria-labelledby=\"" + escaped(id)
                + "-title " + escaped(id) + "-text\">\n<title id=\"" + escaped(id) + "-title\">" + escaped(title)
                + "</title>\n<desc id=\"" + escaped(id) + "-text\">" + escaped(description) + "</desc>\n" + first
                + drawing.primitives().stream()
                        .map(shape -> shape(shape) + "\n")
                        .collect(Collectors.joining())
                + "</svg>\n";
    }

    private static String shape(Primitive primitive) {
        if (primitive instanceof Polyline line) {
            return "<polyline class=\"" + stroke(line) + "\" points=\"" + points(line.places()) + "\"/>";
        }
        if (primitive instanceof Box box) {
            return "<rect class=\"" + fill(box.ink(), box.fill()) + "\" " + at("", box.corner()) + " width=\""
                    + number(box.width()) + "\" height=\"" + number(box.height()) + "\"/>";
        }
        if (primitive instanceof Dot dot) {
            return dot(dot);
        }
        Lettering text = (Lettering) primitive;
        return "<text class=\"f-" + text.ink().role() + (text.bold() ? " bold" : "") + "\" " + at("", text.at())
                + (text.anchor() == Anchor.START
                        ? ""
                        : " text-anchor=\"" + text.anchor().name().toLowerCase(Locale.ROOT) + "\"")
                + ">" + escaped(text.text()) + "</text>";
    }

    private static String dot(Dot dot) {
        String form = dot.glyph() == Glyph.CIRCLE
                ? "circle class=\"" + fill(dot.ink(), dot.fill()) + "\" " + at("c", dot.at()) + " r=\""
                        + number(dot.radius()) + "\""
                : "polygon class=\"" + fill(dot.ink(), dot.fill()) + "\" points=\""
                        + points(dot.glyph().corners(dot.at(), dot.radius())) + "\"";
        return dot.tip().isEmpty()
                ? "<" + form + "/>"
                : "<" + form + "><title>" + escaped(dot.tip()) + "</title></" + form.split(" ", 2)[0] + ">";
    }

    private static String stroke(Polyline line) {
        return "s-" + line.ink().role() + " " + line.stroke().name().toLowerCase(Locale.ROOT);
    }

    private static String fill(Ink ink, Fill fill) {
        return fill == Fill.HOLLOW
                ? "hollow s-" + ink.role()
                : "f-" + ink.role()
                        + (fill == Fill.SOLID ? "" : " " + fill.name().toLowerCase(Locale.ROOT));
    }

    private static String at(String prefix, Place place) {
        return prefix + "x=\"" + number(place.x()) + "\" " + prefix + "y=\"" + number(place.y()) + "\"";
    }

    private static String points(List<Place> places) {
        return places.stream()
                .map(place -> number(place.x()) + "," + number(place.y()))
                .collect(Collectors.joining(" "));
    }

    static String number(double number) {
        return new BigDecimal(number)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Returns the text as XML shows it. Characters that XML forbids become question marks. */
    static String escaped(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "?")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
