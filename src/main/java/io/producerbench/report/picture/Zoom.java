package io.producerbench.report.picture;

import io.producerbench.report.drawing.Place;
import io.producerbench.report.drawing.Stroke;
import io.producerbench.results.RunFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What a page needs so that a reader can zoom into pictures of lines. The page works without it.
 *
 * @param json the content of {@code <script type="application/json" id="picture-data">}; safe there
 *     in HTML and in XML
 * @param scripts the library, then ours; both empty lists if no picture has lines
 * @param styles their style sheets
 */
public record Zoom(String json, List<String> scripts, List<String> styles) {
    /** More digits than a histogram of three digits has. */
    private static final MathContext DIGITS = new MathContext(4);

    /** Returns what these pictures need. */
    public static Zoom of(List<Picture> pictures) {
        List<Map<String, Object>> charts = pictures.stream()
                .flatMap(picture -> picture.chart().stream().map(chart -> chart(picture.name(), chart)))
                .toList();
        return charts.isEmpty()
                ? new Zoom("[]", List.of(), List.of())
                : new Zoom(
                        escaped(RunFile.compactJson(charts)),
                        List.of(resource("uPlot.iife.min.js"), resource("zoom.js")),
                        List.of(resource("uPlot.min.css"), resource("zoom.css")));
    }

    private static Map<String, Object> chart(String name, ZoomChart chart) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("x", chart.xLabel());
        json.put("y", chart.yLabel());
        json.put("percentiles", chart.percentiles());
        json.put("lines", chart.lines().stream().map(Zoom::line).toList());
        return json;
    }

    private static Map<String, Object> line(ChartLine line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("label", line.label());
        json.put("ink", line.look().ink().role());
        json.put("dashed", line.stroke() == Stroke.DASHED);
        json.put("xs", numbers(line.values(), Place::x));
        json.put("ys", numbers(line.values(), Place::y));
        return json;
    }

    private static List<BigDecimal> numbers(List<Place> places, ToDoubleFunction<Place> number) {
        return places.stream()
                .map(place -> new BigDecimal(number.applyAsDouble(place), DIGITS).stripTrailingZeros())
                .toList();
    }

    /** Replaces what could end the element or begin another, by the escapes of JSON. */
    private static String escaped(String json) {
        String safe = json;
        for (String sign : List.of("<", ">", "&", "\u2028", "\u2029")) {
            safe = safe.replace(sign, String.format("\\u%04x", (int) sign.charAt(0)));
        }
        return safe;
    }

    private static String resource(String name) {
        try (InputStream in = Zoom.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
