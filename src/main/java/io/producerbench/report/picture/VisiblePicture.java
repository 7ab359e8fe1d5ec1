package io.producerbench.report.picture;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.drawing.Anchor;
import io.producerbench.report.drawing.Appearance;
import io.producerbench.report.drawing.Drawing;
import io.producerbench.report.drawing.Fill;
import io.producerbench.report.drawing.Ink;
import io.producerbench.report.drawing.Place;
import io.producerbench.report.drawing.Scale;
import io.producerbench.report.drawing.Sketch;
import io.producerbench.report.drawing.Stroke;
import io.producerbench.report.drawing.Tick;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Draws for each mode when its records are acknowledged, when consumers see them, and how long an
 * acknowledged record is not yet seen.
 */
final class VisiblePicture {
    private static final double TOP = 24;
    private static final double LINE = 23;
    private static final double GAP = 10;
    private static final double INDENT = 18;
    private static final double BOX = 8;
    /** How much wider than others bold letters are, at most. */
    private static final double BOLD = 1.1;

    private final List<VisibleTimes> modes;
    private final OptionalDouble floor;
    private final double left;
    private final Scale scale;
    private final Sketch sketch = new Sketch();

    private VisiblePicture(List<VisibleTimes> modes) {
        this.modes = modes;
        this.floor = VisibleTimes.floor(modes);
        this.left = INDENT + GAP + widest(spans().map(span -> span.kind().label()));
        this.scale = Scale.logarithmic(
                spans().mapToDouble(VisibleTimes.Span::p50).min().orElseThrow(),
                spans().mapToDouble(VisibleTimes.Span::longest).max().orElseThrow(),
                left,
                Drawing.WIDTH - GAP - widest(spans().map(VisiblePicture::figure)));
    }

    /** Returns a picture for each record size whose records were read. */
    static List<Picture> of(SweepCells sweep) {
        List<Picture> pictures = new ArrayList<>();
        sweep.healthy(ScenarioKeys.VISIBLE).forEach((size, cells) -> {
            List<VisibleTimes> modes = VisibleTimes.of(cells);
            if (!modes.isEmpty()) {
                pictures.add(new Picture(
                        "visible-" + size + "B",
                        "From due to seen, records of " + Figures.whole(size) + " bytes",
                        VisibleTimes.caption(modes),
                        new VisiblePicture(modes).drawing()));
            }
        });
        return pictures;
    }

    private Stream<VisibleTimes.Span> spans() {
        return modes.stream().flatMap(mode -> mode.spans().stream());
    }

    private static double widest(Stream<String> texts) {
        return texts.mapToDouble(Drawing::widthOf).max().orElse(0);
    }

    private static String figure(VisibleTimes.Span span) {
        return Scale.text(span.p50()) + " / " + Scale.text(span.p99());
    }

    private Drawing drawing() {
        double bottom = TOP + modes.stream().mapToDouble(VisiblePicture::height).sum();
        sketch.text(new Place(Drawing.WIDTH, TOP - 9), "p50 / p99, ms", Anchor.END, Ink.MUTED);
        for (Tick tick : scale.ticks(6)) {
            double x = scale.at(tick.value());
            sketch.line(new Place(x, TOP), new Place(x, bottom), Ink.GRID, Stroke.HAIR);
            sketch.text(new Place(x, bottom + 19), tick.text(), Anchor.MIDDLE, Ink.MUTED);
        }
        sketch.line(new Place(left, bottom), new Place(scale.to(), bottom), Ink.MUTED, Stroke.HAIR);
        sketch.text(new Place(Drawing.WIDTH, bottom + 43), "ms, logarithmic", Anchor.END, Ink.MUTED);
        double y = TOP;
        for (VisibleTimes mode : modes) {
            mode(mode, y);
            y += height(mode);
        }
        return sketch.drawing(bottom + 52);
    }

    private static double height(VisibleTimes mode) {
        return ((fitsBesideName(mode) ? 1 : 2) + mode.spans().size()) * LINE + GAP;
    }

    private static double afterName(VisibleTimes mode) {
        return INDENT + BOLD * Drawing.widthOf(mode.mode().label()) + GAP;
    }

    /** Settings that do not fit beside the name have a line of their own. */
    private static boolean fitsBesideName(VisibleTimes mode) {
        return Drawing.widthOf(mode.settings()) <= Drawing.WIDTH - afterName(mode);
    }

    private void mode(VisibleTimes mode, double top) {
        Appearance look = ModeLook.of(mode.mode());
        double y = top + LINE / 2;
        sketch.dot(new Place(6, y), 5.5, look, "");
        sketch.bold(new Place(INDENT, y + 5.5), mode.mode().label(), Anchor.START, Ink.TEXT);
        double x = afterName(mode);
        if (!fitsBesideName(mode)) {
            y += LINE;
            x = INDENT;
        }
        sketch.text(new Place(x, y + 5.5), fitting(mode.settings(), Drawing.WIDTH - x), Anchor.START, Ink.MUTED);
        for (VisibleTimes.Span span : mode.spans()) {
            y += LINE;
            span(mode.mode(), span, look, y);
        }
    }

    private static String fitting(String text, double width) {
        int most = (int) (width / Drawing.widthOf("0"));
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private void span(Mode mode, VisibleTimes.Span span, Appearance look, double y) {
        boolean exposure = span.kind() == VisibleTimes.TimeKind.EXPOSURE;
        double p50 = scale.at(span.p50());
        double p99 = scale.at(span.p99());
        sketch.text(new Place(INDENT, y + 5.5), span.kind().label(), Anchor.START, exposure ? Ink.TEXT : Ink.MUTED);
        if (exposure) {
            sketch.box(new Place(p50, y - BOX), new Place(p99, y + BOX), look.ink(), Fill.PALE);
        }
        sketch.line(new Place(p50, y), new Place(scale.at(span.longest()), y), look.ink(), Stroke.LINE);
        sketch.line(new Place(p99, y - 5), new Place(p99, y + 5), look.ink(), Stroke.LINE);
        span.p999()
                .ifPresent(nines -> sketch.dot(
                        new Place(scale.at(nines), y), 4, look.with(Fill.HOLLOW), tip(mode, span, "99.9 %", nines)));
        sketch.dot(new Place(p50, y), 4.5, look, tip(mode, span, "half", span.p50()));
        sketch.text(new Place(Drawing.WIDTH, y + 5.5), figure(span), Anchor.END, Ink.TEXT);
        if (exposure && mode == Mode.ACKS_1) {
            floor.ifPresent(nothing -> sketch.line(
                    new Place(scale.at(nothing), y - BOX - 4),
                    new Place(scale.at(nothing), y + BOX + 4),
                    ModeLook.of(Mode.ACKS_ALL).ink(),
                    Stroke.LINE));
        }
    }

    private static String tip(Mode mode, VisibleTimes.Span span, String share, double millis) {
        return mode.label() + ", " + span.kind().label() + ": " + share + " within " + Scale.text(millis) + " ms";
    }
}
