package io.producerbench.report.drawing;

import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The style of pictures: what each colour is on a light page, on a dark one and on paper. */
public final class SvgStyle {
    private SvgStyle() {}

    /**
     * Returns the style sheet. A page may give the custom properties {@code --ink-…} other values
     * where it sets its own theme.
     */
    public static String css() {
        return ":root{" + inks(Ink::light) + "}\n"
                + "@media (prefers-color-scheme:dark){:root{" + inks(Ink::dark) + "}}\n"
                + "@media print{:root{" + inks(Ink::light) + "}}\n"
                + "svg.picture:not(:root){width:100%;max-width:36rem;height:auto}\n"
                + "svg.picture{font-family:system-ui,-apple-system,'Segoe UI',"
                + "Roboto,'DejaVu Sans',sans-serif;font-size:" + Svg.number(Drawing.TEXT_SIZE) + "px}\n"
                + "svg.picture polyline{fill:none;stroke-linejoin:round}\n"
                + "svg.picture .bold{font-weight:600}\n"
                + "svg.picture .hollow{fill:var(--ink-paper);stroke-width:2}\n"
                + fills()
                + strokes()
                + Stream.of(Ink.values())
                        .map(ink -> "svg.picture .f-" + ink.role() + "{fill:var(--ink-" + ink.role()
                                + ")}\nsvg.picture .s-" + ink.role() + "{stroke:var(--ink-" + ink.role() + ")}\n")
                        .collect(Collectors.joining());
    }

    private static String inks(Function<Ink, String> colour) {
        return Stream.of(Ink.values())
                .map(ink -> "--ink-" + ink.role() + ":" + colour.apply(ink))
                .collect(Collectors.joining(";"));
    }

    private static String fills() {
        return Stream.of(Fill.PALE, Fill.TINT)
                .map(fill -> "svg.picture ." + fill.name().toLowerCase(Locale.ROOT) + "{fill-opacity:" + fill.opacity()
                        + "}\n")
                .collect(Collectors.joining());
    }

    private static String strokes() {
        return Stream.of(Stroke.values())
                .map(stroke -> "svg.picture ." + stroke.name().toLowerCase(Locale.ROOT) + "{stroke-width:"
                        + Svg.number(stroke.width())
                        + (stroke.dashes().isEmpty()
                                ? ""
                                : ";stroke-dasharray:"
                                        + stroke.dashes().stream()
                                                .map(Svg::number)
                                                .collect(Collectors.joining(" ")))
                        + "}\n")
                .collect(Collectors.joining());
    }
}
