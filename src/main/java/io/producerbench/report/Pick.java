package io.producerbench.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The cells of one experiment in some modes, whatever their fault, variant and {@code min.insync.replicas}. */
record Pick(String experiment, List<Mode> modes) {
    static Pick of(String experiment, Mode... modes) {
        return new Pick(experiment, List.of(modes));
    }

    static Pick all(String experiment) {
        return new Pick(experiment, Arrays.asList(Mode.values()));
    }

    boolean matches(GuaranteeCell cell) {
        return cell.fault().experiment().equals(experiment) && modes.contains(cell.mode());
    }

    String text() {
        return experiment + " with " + modes.stream().map(Mode::label).collect(Collectors.joining(" or "));
    }
}
