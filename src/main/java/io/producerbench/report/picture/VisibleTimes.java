package io.producerbench.report.picture;

import io.producerbench.guarantee.Mode;
import io.producerbench.latency.Latency;
import io.producerbench.report.drawing.Scale;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.stats.MedianInterval;
import io.producerbench.text.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * When the records of a setting were acknowledged and seen. Pure.
 *
 * @param settings in which it differs from others of its mode; may be empty
 * @param spans those that were measured
 */
record VisibleTimes(SweepCell cell, String settings, List<Span> spans) {
    private static final double MICROS_PER_MILLI = 1e3;

    /** A logarithmic axis has no place for 0. */
    private static final double LEAST_MILLIS = 1e-3;

    /** What is told of a record, in the order of a picture. */
    enum TimeKind {
        ACKNOWLEDGED("acknowledged", Latency.ACK),
        SEEN("seen", Latency.VISIBLE_UNCOMMITTED),
        SEEN_COMMITTED("seen committed", Latency.VISIBLE_COMMITTED),
        EXPOSURE("exposure", Latency.EXPOSURE);

        private final String label;
        private final Latency latency;

        TimeKind(String label, Latency latency) {
            this.label = label;
            this.latency = latency;
        }

        String label() {
            return label;
        }
    }

    /**
     * Percentiles of one time, in milliseconds, as medians over the blocks.
     *
     * @param p999 empty if the samples are not there, because summaries lack it
     */
    record Span(TimeKind kind, double p50, double p99, OptionalDouble p999) {
        double longest() {
            return Math.max(p99, p999.orElse(p99));
        }
    }

    /** Returns the settings whose records consumers saw, in the order of the modes. */
    static List<VisibleTimes> of(SweepCells cells) {
        return cells.all().stream()
                .map(cell -> new VisibleTimes(
                        cell,
                        cells.settings(cell),
                        Arrays.stream(TimeKind.values())
                                .flatMap(kind -> span(cell, kind).stream())
                                .toList()))
                .filter(times -> times.p50(TimeKind.SEEN).isPresent())
                .toList();
    }

    private static Optional<Span> span(SweepCell cell, TimeKind kind) {
        OptionalDouble p50 = millis(cell, kind, "p50");
        OptionalDouble p99 = millis(cell, kind, "p99");
        return p50.isPresent() && p99.isPresent()
                ? Optional.of(new Span(kind, p50.getAsDouble(), p99.getAsDouble(), millis(cell, kind, "p99_9")))
                : Optional.empty();
    }

    private static OptionalDouble millis(SweepCell cell, TimeKind kind, String percentile) {
        ColumnKey column = SampleKeys.latency(kind.latency, percentile);
        OptionalDouble summed = cell.median(column);
        double[] blocks = cell.byBlock(column).values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (summed.isEmpty() && blocks.length == 0) {
            return OptionalDouble.empty();
        }
        double micros = summed.isPresent() ? summed.getAsDouble() : MedianInterval.medianOf(blocks);
        return OptionalDouble.of(Math.max(LEAST_MILLIS, micros / MICROS_PER_MILLI));
    }

    Mode mode() {
        return cell.mode();
    }

    private OptionalDouble p50(TimeKind kind) {
        return spans.stream()
                .filter(span -> span.kind() == kind)
                .mapToDouble(Span::p50)
                .findFirst();
    }

    /**
     * Returns the median exposure of {@code acks=all}, whose records are on all in-sync replicas when
     * they are acknowledged: what the consumer itself takes. Empty unless one setting has it.
     */
    static OptionalDouble floor(List<VisibleTimes> modes) {
        List<VisibleTimes> all =
                modes.stream().filter(times -> times.mode() == Mode.ACKS_ALL).toList();
        return all.size() == 1 ? all.get(0).p50(TimeKind.EXPOSURE) : OptionalDouble.empty();
    }

    /** Returns one sentence about the first setting of the modes that differ most for a consumer. */
    static String caption(List<VisibleTimes> modes) {
        List<String> said = Stream.of(
                        first(modes, Mode.TRANSACTIONAL).flatMap(VisibleTimes::waiting),
                        first(modes, Mode.ACKS_1).flatMap(times -> times.exposed(floor(modes))))
                .flatMap(Optional::stream)
                .toList();
        String found = said.isEmpty()
                ? "with " + modes.get(0).mode() + " half are seen within "
                        + ms(modes.get(0).p50(TimeKind.SEEN).orElseThrow()) + " of when they were due"
                : String.join("; ", said);
        return "Of the records, " + found
                + "; a filled mark is p50, a tick p99, a hollow mark p99.9, and a box is the exposure, from acknowledged"
                + " to seen.";
    }

    private static Optional<VisibleTimes> first(List<VisibleTimes> modes, Mode mode) {
        return modes.stream().filter(times -> times.mode() == mode).findFirst();
    }

    /** Says what waiting for the commit costs. */
    private Optional<String> waiting() {
        OptionalDouble committed = p50(TimeKind.SEEN_COMMITTED);
        return committed.isEmpty()
                ? Optional.empty()
                : Optional.of("with transactions"
                        + transaction()
                        + " half are seen within "
                        + ms(p50(TimeKind.SEEN).orElseThrow())
                        + " of when they were due, and with read_committed within "
                        + ms(committed.getAsDouble()));
    }

    private String transaction() {
        OptionalDouble records = cell.summary().amount(ScenarioKeys.RECORDS_PER_TRANSACTION);
        return " of "
                + (records.isEmpty()
                        ? cell.summary().text(ScenarioKeys.TRANSACTION_MS) + " ms"
                        : Figures.whole(records.getAsDouble()));
    }

    /** Says for how long acknowledged records are at risk. */
    private Optional<String> exposed(OptionalDouble floor) {
        OptionalDouble exposure = p50(TimeKind.EXPOSURE);
        return exposure.isEmpty()
                ? Optional.empty()
                : Optional.of("with acks=1 half are seen " + ms(exposure.getAsDouble())
                        + " or more after their acknowledgement"
                        + (floor.isEmpty()
                                ? ""
                                : ", with acks=all, whose records are on all in-sync replicas by then, "
                                        + ms(floor.getAsDouble())
                                        + " (the thin line)"));
    }

    private static String ms(double millis) {
        return Scale.text(millis) + " ms";
    }
}
