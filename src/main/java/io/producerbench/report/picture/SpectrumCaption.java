package io.producerbench.report.picture;

import io.producerbench.report.drawing.Scale;
import io.producerbench.report.drawing.Stroke;
import java.util.Comparator;
import java.util.List;

/** Says what the spectra of several modes show. */
final class SpectrumCaption {
    private static final double P99 = 2;

    private SpectrumCaption() {}

    static String of(List<ChartLine> lines, String unit) {
        Comparator<ChartLine> byP99 = Comparator.comparing(line -> at(line, P99));
        List<ChartLine> reaching = lines.stream()
                .filter(line -> line.stroke() != Stroke.DASHED && line.last().x() >= P99 - 1e-6)
                .sorted(byP99)
                .toList();
        String dashed = lines.stream().anyMatch(line -> line.stroke() == Stroke.DASHED)
                ? "dashed is transactional until the commit, and "
                : "";
        String ends = dashed + "each line ends where the data no longer bound it.";
        if (reaching.isEmpty()) {
            return "Too few requests for a 99th percentile; " + ends;
        }
        ChartLine best = reaching.get(0);
        ChartLine worst = reaching.get(reaching.size() - 1);
        return "One record in a hundred takes more than " + text(best, unit) + " with " + best.label()
                + (best == worst ? "" : " and more than " + text(worst, unit) + " with " + worst.label()) + "; " + ends;
    }

    private static String text(ChartLine line, String unit) {
        return Scale.text(at(line, P99)) + " " + unit;
    }

    private static double at(ChartLine line, double x) {
        return line.values().stream()
                .filter(place -> place.x() >= x - 1e-6)
                .findFirst()
                .orElse(line.last())
                .y();
    }
}
