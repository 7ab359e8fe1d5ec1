package io.producerbench.report.cost;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.GuaranteeCell;
import java.util.List;
import java.util.Optional;

/**
 * One mode at one {@code min.insync.replicas}, in one setting of the sweep: its cost and its
 * anomalies.
 *
 * @param cost empty if the sweep did not measure it; of another {@code min.insync.replicas} if
 *     the mode does not consult
 *     it
 * @param cells the results under each fault
 */
public record TableRow(Mode mode, int minInsyncReplicas, Optional<SettingCost> cost, List<GuaranteeCell> cells) {
    /** Returns true if the cost was measured at another {@code min.insync.replicas}. */
    boolean costIsBorrowed() {
        return cost.isPresent() && cost.get().minInsyncReplicas() != minInsyncReplicas;
    }
}
