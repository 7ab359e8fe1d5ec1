package io.producerbench.report.claims;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.GuaranteeCell;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Selects the cells of one experiment in some modes, with any fault, variant and
 * {@code min.insync.replicas}.
 */
record CellSelector(String experiment, List<Mode> modes) {
    static CellSelector of(String experiment, Mode... modes) {
        return new CellSelector(experiment, List.of(modes));
    }

    static CellSelector all(String experiment) {
        return new CellSelector(experiment, Arrays.asList(Mode.values()));
    }

    boolean matches(GuaranteeCell cell) {
        return cell.fault().experiment().equals(experiment) && modes.contains(cell.mode());
    }

    String text() {
        return experiment + " with " + modes.stream().map(Mode::label).collect(Collectors.joining(" or "));
    }
}
