package io.producerbench.plan;

import io.producerbench.text.Figures;
import io.producerbench.text.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The row of a mode for people, as cells by their titles. An unknown cell is empty. */
final class PlanCells {
    static final String MODE = "mode";
    static final String STATUS = "status";

    private PlanCells() {}

    static Map<String, String> of(PlannedMode row) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(MODE, row.mode().label());
        cells.put(STATUS, status(row.verdict()));
        cells.put("guarantee", row.guarantee());
        cells.put(
                "rate",
                row.bounds()
                        .map(PlanCells::bounds)
                        .orElseGet(() -> ratio(row.relative().rate())));
        cells.put("latency", row.latency().map(PlanCells::latency).orElseGet(() -> p99Ratio(row.relative())));
        cells.put("headroom", headroom(row.headroom()));
        cells.put(
                "broker CPU",
                row.brokerMicros()
                        .map(PlanCells::micros)
                        .orElseGet(() -> ratio(row.relative().brokerCpu())));
        cells.put("brokers", row.brokers().map(PlanCells::brokers).orElse(""));
        cells.put("clients", clients(row.clients()));
        cells.put("one broker down", row.withoutOne().map(PlanCells::withoutOne).orElse(""));
        cells.put("exposure", row.exposure());
        return cells;
    }

    private static String status(PlanVerdict verdict) {
        return verdict.status() + (verdict.reasons().isEmpty() ? "" : ": " + String.join("; ", verdict.reasons()));
    }

    private static String bounds(RateBounds bounds) {
        return Figures.whole(bounds.low()) + " to " + Figures.whole(bounds.high()) + " records/s"
                + (bounds.conditional().isPresent()
                        ? ", conditional throughput "
                                + Figures.whole(bounds.conditional().getAsDouble())
                        : "");
    }

    private static String ratio(Optional<PlanRange> ratio) {
        return ratio.map(range -> times(range) + " acks=1").orElse("");
    }

    private static String p99Ratio(RelativeCost relative) {
        return relative.p99().map(range -> "p99 " + times(range) + " acks=1").orElse("");
    }

    private static String times(PlanRange range) {
        return Figures.fine(range.middle()) + " (" + Figures.fine(range.low()) + " to " + Figures.fine(range.high())
                + ") ×";
    }

    private static String latency(MeasuredPoint point) {
        List<String> parts = new ArrayList<>();
        for (PlanPercentile percentile : List.of(PlanPercentile.P50, PlanPercentile.P99, PlanPercentile.P99_9)) {
            Optional.ofNullable(point.micros().get(percentile))
                    .ifPresent(micros -> parts.add(percentile.label() + " " + Figures.millis(micros) + " ms"));
        }
        return String.join(", ", parts) + " at " + Figures.whole(point.recordsPerSecond()) + " records/s";
    }

    private static String headroom(OptionalDouble share) {
        if (share.isEmpty()) {
            return "";
        }
        return share.getAsDouble() < 0 ? "none" : String.format(Locale.ROOT, "%.0f %%", 100 * share.getAsDouble());
    }

    private static String micros(PlanRange micros) {
        return Figures.fine(micros.middle()) + " (" + Figures.fine(micros.low()) + " to " + Figures.fine(micros.high())
                + ") µs a record";
    }

    private static String brokers(BrokerNeed need) {
        String interval = need.cpu().isPresent() ? " (" + need.low() + " to " + need.high() + ")" : "";
        return need.total() + interval + ", " + need.binding() + " binds: cpu " + count(need.cpu()) + ", network "
                + count(need.network()) + ", disk " + count(need.disk()) + ", replicas " + need.least();
    }

    private static String count(OptionalLong count) {
        return count.isPresent() ? Figures.whole(count.getAsLong()) : Table.ABSENT;
    }

    private static String clients(ClientNeed need) {
        List<String> parts = new ArrayList<>();
        need.instances().ifPresent(count -> parts.add("instances: at most " + Figures.whole(count)));
        need.transactional().ifPresent(count -> parts.add("open transactions: " + Figures.whole(count)));
        need.partitions().ifPresent(count -> parts.add("partitions: at least " + Figures.whole(count)));
        return String.join(", ", parts);
    }

    private static String withoutOne(WithoutOneBroker without) {
        List<String> parts = new ArrayList<>();
        without.rate().ifPresent(ratio -> parts.add("rate " + Figures.fine(ratio) + " ×"));
        without.p99().ifPresent(ratio -> parts.add("p99 " + Figures.fine(ratio) + " ×"));
        without.unavailableMs()
                .ifPresent(ms -> parts.add("no writes to its partitions for " + Figures.whole(ms) + " ms"));
        return String.join(", ", parts);
    }
}
