package io.producerbench.report.cost;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.GuaranteeCell;
import java.util.List;
import java.util.Optional;

/**
 * One mode at one {@code min.insync.replicas}, in one setting of the sweep: what it costs, and what became of it.
 *
 * @param cost empty if the sweep did not measure it; of another {@code min.insync.replicas} where the mode does not consult it
 * @param cells under each fault that was tried
 */
public record TableRow(Mode mode, int minInsyncReplicas, Optional<SettingCost> cost, List<GuaranteeCell> cells) {
    /** Whether the cost was measured at another {@code min.insync.replicas}. */
    boolean costIsBorrowed() {
        return cost.isPresent() && cost.get().minInsyncReplicas() != minInsyncReplicas;
    }
}
