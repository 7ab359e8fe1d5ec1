package io.producerbench.calibration.stub;

import java.util.EnumSet;
import java.util.Set;

/** The faults that are planted and have not struck yet. */
final class ReadFaults {
    private final Set<ReadFault> planted = EnumSet.noneOf(ReadFault.class);

    void plant(ReadFault fault) {
        planted.add(fault);
    }

    /** Returns true if the fault was planted. It strikes once. */
    boolean strikes(ReadFault fault) {
        return planted.remove(fault);
    }
}
