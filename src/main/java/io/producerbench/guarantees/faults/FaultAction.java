package io.producerbench.guarantees.faults;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What a fault does to frames. */
enum FaultAction {
    HOLD("hold", FrameDirection.REQUEST, FrameDirection.RESPONSE),
    DROP_RESPONSES("dropResponses"),
    SWALLOW_REQUESTS("swallowRequests"),
    WITHHOLD_REQUESTS("withholdRequests", FrameDirection.REQUEST),
    WITHHOLD_RESPONSES("withholdResponses", FrameDirection.RESPONSE),
    DELAY_RESPONSES("delayResponses", FrameDirection.RESPONSE);

    private final String label;
    private final Set<FrameDirection> stopped = EnumSet.noneOf(FrameDirection.class);

    FaultAction(String label, FrameDirection... stopped) {
        this.label = label;
        this.stopped.addAll(Arrays.asList(stopped));
    }

    String label() {
        return label;
    }

    /** True if it makes frames of this direction wait. The other actions remove frames instead. */
    boolean stops(FrameDirection direction) {
        return stopped.contains(direction);
    }
}
