package io.producerbench.guarantees.experiments;

import io.producerbench.guarantee.Verdict;
import io.producerbench.guarantees.experiments.TrialResult.Told;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.TrialKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The trials of a run that goes on which are finished, in the order in which they were tried. Each
 * is taken once, when its turn comes again.
 */
public final class FinishedTrials {
    private static final List<ColumnKey> CELL = List.of(
            TrialKeys.EXPERIMENT,
            TrialKeys.VARIANT,
            ScenarioKeys.ACKS,
            TrialKeys.ENABLE_IDEMPOTENCE,
            ScenarioKeys.TRANSACTIONAL,
            TrialKeys.MIN_INSYNC_REPLICAS);

    private final List<Told> all = new ArrayList<>();
    private final Iterator<Told> next;

    private FinishedTrials(List<ResultRow> rows, Map<List<String>, TrialCell> cells) {
        for (ResultRow row : rows) {
            TrialCell cell = cells.get(CELL.stream().map(row::text).toList());
            row.require(Objects.nonNull(cell), TrialKeys.EXPERIMENT, "one that is planned with this mode");
            all.add(new Told(cell, Verdict.valueOf(row.text(TrialKeys.VERDICT)), row.text(TrialKeys.REASON)));
        }
        next = all.iterator();
    }

    /** Returns the trials of these rows, which are of cells of this plan. */
    public static FinishedTrials of(List<ResultRow> rows, TrialPlan plan) {
        Map<List<String>, TrialCell> cells = new HashMap<>();
        plan.events().forEach(event -> event.forEach(cell -> cells.put(key(cell), cell)));
        return new FinishedTrials(rows, cells);
    }

    /** Returns none, for a run that begins. */
    static FinishedTrials none() {
        return new FinishedTrials(List.of(), Map.of());
    }

    private static List<String> key(TrialCell cell) {
        return List.of(
                cell.experiment().name(),
                cell.variant(),
                cell.guarantee().acks().kafkaValue(),
                String.valueOf(cell.guarantee().enableIdempotence()),
                String.valueOf(cell.guarantee().transactional()),
                String.valueOf(cell.guarantee().minInsyncReplicas()));
    }

    /** Returns all of them, in order. */
    public List<Told> all() {
        return List.copyOf(all);
    }

    /** Takes as many as are left, and no more than one for each of these cells. */
    List<Told> take(List<TrialCell> cells) {
        List<Told> taken = new ArrayList<>();
        while (taken.size() < cells.size() && next.hasNext()) {
            taken.add(next.next());
        }
        return taken;
    }
}
