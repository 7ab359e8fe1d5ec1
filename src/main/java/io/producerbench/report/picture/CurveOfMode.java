package io.producerbench.report.picture;

import io.producerbench.guarantee.Mode;
import io.producerbench.latency.Latency;
import io.producerbench.report.ModeOfRow;
import io.producerbench.report.drawing.Place;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.CurveKeys;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is drawn of one mode for one goal.
 *
 * @param goal the row about the goal
 * @param percentile of the latency that is drawn: the goal's, or the nearest that the file has
 * @param points records/s that were due and milliseconds, by rising rate, up to the upper bound,
 *     because above it a latency is the length of a queue
 */
record CurveOfMode(Mode mode, ResultRow goal, String percentile, List<Place> points) {
    private static final double MICROS_PER_MILLI = 1_000;

    /** The settings that tell two curves of a mode apart, with what is not said. */
    private static final List<ToldSetting> SETTINGS = List.of(
            new ToldSetting(ScenarioKeys.BROKERS_DOWN, "0", "brokers-down-"),
            new ToldSetting(ScenarioKeys.MIN_INSYNC_REPLICAS, "2", "min-isr-"));

    private record ToldSetting(ColumnKey key, String usual, String word) {}

    static CurveOfMode of(ResultRow goal, List<ResultRow> summary) {
        DrawnPercentile column = DrawnPercentile.of(goal.text(CurveKeys.GOAL_PERCENT));
        OptionalDouble upper = goal.amount(CurveKeys.UPPER_BOUND);
        List<Place> points = summary.stream()
                .filter(row -> row.text(CurveKeys.ABOUT).equals(CurveKeys.ABOUT_LOAD))
                .filter(isAsIn(goal))
                .filter(row -> row.number(column.key()).isPresent())
                .filter(row -> upper.isEmpty() || row.requireCount(ScenarioKeys.TARGET_RATE) <= upper.getAsDouble())
                .map(row -> new Place(
                        row.requireCount(ScenarioKeys.TARGET_RATE),
                        row.number(column.key()).getAsDouble() / MICROS_PER_MILLI))
                .sorted(Comparator.comparingDouble(Place::x))
                .toList();
        return new CurveOfMode(ModeOfRow.of(goal), goal, column.word(), points);
    }

    private record DrawnPercentile(String word, ColumnKey key) {
        static DrawnPercentile of(String percent) {
            return switch (percent) {
                case "50" -> new DrawnPercentile("p50", SampleKeys.ACK_P50_US.median());
                case "90" ->
                    new DrawnPercentile(
                            "p90", SampleKeys.latency(Latency.ACK, "p90").median());
                case "99.9" ->
                    new DrawnPercentile(
                            "p99.9", SampleKeys.latency(Latency.ACK, "p99_9").median());
                default -> new DrawnPercentile("p99", SampleKeys.ACK_P99_US.median());
            };
        }
    }

    private static Predicate<ResultRow> isAsIn(ResultRow goal) {
        List<ColumnKey> same = Stream.concat(
                        Stream.of(
                                ScenarioKeys.ACKS,
                                ScenarioKeys.ENABLE_IDEMPOTENCE,
                                ScenarioKeys.TRANSACTIONAL,
                                ScenarioKeys.RECORD_SIZE),
                        SETTINGS.stream().map(ToldSetting::key))
                .toList();
        return row -> same.stream().allMatch(key -> row.text(key).equals(goal.text(key)));
    }

    /** Returns the settings that are not the usual ones, for a name. */
    static Optional<String> besideUsual(ResultRow goal) {
        String words = SETTINGS.stream()
                .filter(setting -> !goal.text(setting.key()).equals(setting.usual()))
                .map(setting -> setting.word() + goal.text(setting.key()))
                .collect(Collectors.joining("-"));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    Optional<Double> lowerBound() {
        return bound(CurveKeys.LOWER_BOUND);
    }

    Optional<Double> upperBound() {
        return bound(CurveKeys.UPPER_BOUND);
    }

    private Optional<Double> bound(ColumnKey key) {
        OptionalDouble bound = goal.amount(key);
        return bound.isPresent() ? Optional.of(bound.getAsDouble()) : Optional.empty();
    }

    /** Returns the bounds that are known. */
    List<Double> bounds() {
        return Stream.of(lowerBound(), upperBound()).flatMap(Optional::stream).toList();
    }

    /** Returns the point at which the rate divided by the latency, Kleinrock's power, is largest. */
    Optional<Place> knee() {
        return points.stream().max(Comparator.comparingDouble(point -> point.x() / point.y()));
    }
}
