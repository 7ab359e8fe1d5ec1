package io.producerbench.guarantees.faults;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What can be done to frames. */
enum FaultAction {
    HOLD("hold", Direction.REQUEST, Direction.RESPONSE),
    DROP_RESPONSES("dropResponses"),
    SWALLOW_REQUESTS("swallowRequests"),
    WITHHOLD_REQUESTS("withholdRequests", Direction.REQUEST),
    WITHHOLD_RESPONSES("withholdResponses", Direction.RESPONSE),
    DELAY_RESPONSES("delayResponses", Direction.RESPONSE);

    /** Which way a frame goes. */
    enum Direction {
        REQUEST,
        RESPONSE
    }

    private final String label;
    private final Set<Direction> stopped = EnumSet.noneOf(Direction.class);

    FaultAction(String label, Direction... stopped) {
        this.label = label;
        this.stopped.addAll(Arrays.asList(stopped));
    }

    String label() {
        return label;
    }

    /** Whether it makes frames that go this way wait; the other verbs take frames away. */
    boolean stops(Direction direction) {
        return stopped.contains(direction);
    }
}
