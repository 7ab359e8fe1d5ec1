package io.producerbench.report;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.text.Figures;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of the table that show anomalies and unavailability. */
public enum AnomalyColumn {
    LOST("lost", List.of(Anomaly.LOST)),
    STORED_TWICE("stored twice", List.of(Anomaly.DUPLICATED)),
    OUT_OF_ORDER("out of order", List.of(Anomaly.REORDERED)),
    SEEN_UNCOMMITTED("seen uncommitted", List.of(Anomaly.UNCOMMITTED_VISIBLE)),
    OTHER("other", List.of(Anomaly.REGRESSED, Anomaly.INVISIBLE_UNTIL_HEAL, Anomaly.DIRTY_VISIBLE, Anomaly.TORN)),
    UNAVAILABLE("unavailable ms", List.of());

    /** Marks a result that was not as expected. */
    public static final String UNEXPECTED = " (!)";

    private final String title;
    private final List<Anomaly> anomalies;

    AnomalyColumn(String title, List<Anomaly> anomalies) {
        this.title = title;
        this.anomalies = anomalies;
    }

    public String title() {
        return title;
    }

    /** Returns the last part of the names of its CSV columns. */
    public String column() {
        return title.replace(' ', '_');
    }

    /** Returns the effect of one fault; empty if it was neither watched nor seen. */
    Optional<String> text(GuaranteeCell cell) {
        if (this == UNAVAILABLE) {
            return cell.unavailableMs().isPresent()
                    ? Optional.of(Figures.whole(cell.unavailableMs().getAsDouble()))
                    : Optional.empty();
        }
        return concerning(cell).map(anomaly -> text(anomaly, cell)).reduce((first, second) -> first + ", " + second);
    }

    /** Returns the same text for programs, without thousands separators. */
    public Optional<String> plain(GuaranteeCell cell) {
        return text(cell).map(text -> text.replaceAll("(?<=\\d),(?=\\d{3})", ""));
    }

    /** Returns true if it was watched under this fault and never seen. */
    boolean neverIn(GuaranteeCell cell) {
        return this != UNAVAILABLE
                && concerning(cell).findAny().isPresent()
                && concerning(cell)
                        .noneMatch(anomaly -> cell.seen().get(anomaly).ever());
    }

    private Stream<Anomaly> concerning(GuaranteeCell cell) {
        return cell.worthSaying().stream().filter(anomalies::contains);
    }

    private String text(Anomaly anomaly, GuaranteeCell cell) {
        AnomalyCount seen = cell.seen().get(anomaly);
        String count = seen.trials() + " of " + cell.trials().valid()
                + (seen.ever() ? " (" + Figures.half(seen.typical().orElseThrow()) + ")" : "");
        return anomalies.size() == 1 ? count : name(anomaly) + " " + count;
    }

    private static String name(Anomaly anomaly) {
        return anomaly.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * Returns the effects of all faults on one mode: each fault that had an effect, and the number
     * of those that had none.
     */
    public String text(List<GuaranteeCell> cells, List<NamedFault> faults) {
        Stream<String> seen = cells.stream()
                .filter(cell -> !neverIn(cell))
                .flatMap(cell -> text(cell).stream()
                        .map(text -> cell.fault().label(faults) + " " + text
                                + (this == UNAVAILABLE ? "" : mark(List.of(cell)))));
        List<GuaranteeCell> never = cells.stream().filter(this::neverIn).toList();
        return Stream.concat(seen, never.isEmpty() ? Stream.empty() : Stream.of(nothing(never)))
                .collect(Collectors.joining("; "));
    }

    private static String nothing(List<GuaranteeCell> cells) {
        long trials = cells.stream().mapToLong(cell -> cell.trials().valid()).sum();
        return "0 of " + trials + " in " + cells.size() + (cells.size() == 1 ? " fault" : " faults") + mark(cells);
    }

    private static String mark(List<GuaranteeCell> cells) {
        return cells.stream().allMatch(cell -> cell.trials().alwaysAsExpected()) ? "" : UNEXPECTED;
    }
}
