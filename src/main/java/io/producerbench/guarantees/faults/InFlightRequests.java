package io.producerbench.guarantees.faults;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The requests of one connection that may still be answered, in the order they were sent. They are
 * kept because a response names its request only by a correlation id.
 */
final class InFlightRequests {

    /** Only a client that wants no responses (acks=0) can have as many open. */
    private static final int MOST = 10_000;

    /**
     * A request that was sent.
     *
     * @param dropper the fault that will drop its response
     */
    record SentRequest(int correlation, Optional<Api> api, Optional<ArmedFault> dropper) {}

    private final Deque<SentRequest> open = new ArrayDeque<>();

    /** Adds a request. The oldest one is forgotten when there are too many. */
    void add(SentRequest request) {
        if (open.size() == MOST) {
            open.remove();
        }
        open.add(request);
    }

    /**
     * Removes and returns the request that a response answers, empty if it answers none. The
     * requests before it are removed too: brokers answer in order, so no response to them will
     * come.
     */
    Optional<SentRequest> removeAnswered(int correlation) {
        if (open.stream().noneMatch(request -> request.correlation() == correlation)) {
            return Optional.empty();
        }
        while (open.element().correlation() != correlation) {
            open.remove();
        }
        return Optional.of(open.remove());
    }
}
