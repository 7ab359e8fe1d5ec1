package io.producerbench.report.picture;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.drawing.Place;
import io.producerbench.report.drawing.Scale;
import io.producerbench.report.drawing.Stroke;
import io.producerbench.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Draws the rounds in which the brokers were warmed, as {@code environment.json} holds them. */
final class WarmUpPicture {
    private WarmUpPicture() {}

    /** Returns the picture; empty if there are fewer than two rounds. */
    static Optional<Picture> of(Map<?, ?> environment) {
        if (!(environment.get("broker_warm_up") instanceof List<?> rounds) || rounds.size() < 2) {
            return Optional.empty();
        }
        List<ChartLine> lines = Stream.of(Mode.values())
                .map(mode -> new ChartLine(mode.label(), ModeLook.of(mode), Stroke.LINE, values(rounds, mode)))
                .filter(line -> line.values().size() > 1)
                .toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        double max = lines.stream()
                .flatMap(line -> line.values().stream())
                .mapToDouble(Place::y)
                .max()
                .orElse(0);
        LinesChart chart = new LinesChart(
                lines,
                (from, to) -> new Scale(1, rounds.size(), from, to, false),
                (from, to) -> Scale.fromZero(max, from, to));
        return Optional.of(new Picture(
                "warm-up",
                "Warm-up of the brokers",
                caption(lines, rounds.size()),
                chart.drawing("round", "records/s", chart.wholeTicks(), List.of())));
    }

    private static List<Place> values(List<?> rounds, Mode mode) {
        List<Place> values = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            if (rounds.get(i) instanceof Map<?, ?> round
                    && round.get("records_per_second") instanceof Map<?, ?> rates
                    && rates.get(mode.label()) instanceof Number rate) {
                values.add(new Place(i + 1, rate.doubleValue()));
            }
        }
        return values;
    }

    private static String caption(List<ChartLine> lines, int rounds) {
        ChartLine best = lines.stream()
                .max((a, b) -> Double.compare(a.last().y(), b.last().y()))
                .orElseThrow();
        return "In " + rounds + " rounds " + best.label() + " went from "
                + Figures.whole(best.values().get(0).y()) + " to "
                + Figures.whole(best.last().y())
                + " records/s; what was measured began after the last round.";
    }
}
