package io.producerbench.report.picture;

import io.producerbench.latency.Latency;
import io.producerbench.report.drawing.Place;
import io.producerbench.report.drawing.Scale;
import io.producerbench.report.drawing.Stroke;
import io.producerbench.report.drawing.Tick;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Draws the latency spectra of the modes at a fixed rate, all blocks together. */
final class SpectrumPicture {
    private static final double MICROS = 1e3;
    private static final double MILLIS = 1e6;

    private SpectrumPicture() {}

    /** Returns two pictures for each record size: until a record is there, and inside send(). */
    static List<Picture> of(Map<Integer, List<ModeLog>> logs) {
        List<Picture> pictures = new ArrayList<>();
        logs.forEach((size, modes) -> {
            String of = ", records of " + Figures.whole(size) + " bytes";
            picture("latency-" + size + "B", "Latency" + of, "ms", arrivals(modes))
                    .ifPresent(pictures::add);
            picture("send-blocked-" + size + "B", "Time inside send()" + of, "µs", blocked(modes))
                    .ifPresent(pictures::add);
        });
        return pictures;
    }

    /** A record of a transaction is of use when the transaction is committed: a line of its own. */
    private static List<ChartLine> arrivals(List<ModeLog> modes) {
        return modes.stream()
                .flatMap(mode -> Stream.of(
                        line(mode, Latency.ACK, mode.cell().mode().label()),
                        line(mode, Latency.COMMITTED, "until commit")))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<ChartLine> blocked(List<ModeLog> modes) {
        return modes.stream()
                .flatMap(mode ->
                        line(mode, Latency.SEND_BLOCKED, mode.cell().mode().label()).stream())
                .toList();
    }

    private static Optional<ChartLine> line(ModeLog mode, Latency latency, String label) {
        double independent =
                mode.cell().samples().stream().mapToDouble(independent(latency)).sum();
        return Optional.ofNullable(mode.log().sums().get(latency))
                .map(histogram ->
                        Spectrum.of(histogram, independent, latency == Latency.SEND_BLOCKED ? MICROS : MILLIS))
                .filter(places -> !places.isEmpty())
                .map(places -> new ChartLine(
                        label,
                        ModeLook.of(mode.cell().mode()),
                        latency == Latency.COMMITTED ? Stroke.DASHED : Stroke.LINE,
                        places));
    }

    /**
     * Returns how many values of a sample do not share their cause. Records of one request are
     * acknowledged together, those of one transaction become visible together.
     */
    private static ToDoubleFunction<ResultRow> independent(Latency latency) {
        return sample -> {
            // With acks=0 nothing is acknowledged, and the brokers' count is the only one.
            OptionalDouble acknowledged = sample.amount(SampleKeys.ACKNOWLEDGED);
            double records =
                    acknowledged.orElse(sample.amount(SampleKeys.LOG_END_DELTA).orElse(0));
            OptionalDouble together = latency == Latency.COMMITTED
                    ? sample.amount(ScenarioKeys.RECORDS_PER_TRANSACTION)
                    : sample.amount(SampleKeys.RECORDS_PER_REQUEST_AVG);
            return records / Math.max(1, together.orElse(records));
        };
    }

    private static Optional<Picture> picture(String name, String title, String unit, List<ChartLine> lines) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        double end = lines.stream().mapToDouble(line -> line.last().x()).max().orElse(1);
        double low = all(lines).mapToDouble(Place::y).min().orElse(1);
        double high = all(lines).mapToDouble(Place::y).max().orElse(1);
        LinesChart chart = new LinesChart(
                lines,
                (from, to) -> new Scale(Spectrum.BEGIN, Math.max(end, 1), from, to, false),
                (from, to) -> Scale.logarithmic(low, high, from, to));
        return Optional.of(new Picture(
                name,
                title,
                SpectrumCaption.of(lines, unit),
                chart.drawing("percentile", unit + ", logarithmic", ticks(end), List.of()),
                Optional.of(new ZoomChart("percentile", unit, true, lines))));
    }

    private static Stream<Place> all(List<ChartLine> lines) {
        return lines.stream().flatMap(line -> line.values().stream());
    }

    private static List<Tick> ticks(double end) {
        return Stream.of(
                        new Tick(Math.log10(2), "50"),
                        new Tick(1, "90"),
                        new Tick(2, "99"),
                        new Tick(3, "99.9"),
                        new Tick(4, "99.99"),
                        new Tick(5, "99.999"))
                .filter(tick -> tick.value() <= end)
                .toList();
    }
}
