package io.producerbench.guarantees.faults;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The requests of one connection that may still be answered, in order; a response does not say what it answers but by number. */
final class InFlightRequests {

    /** Only a client that wants no answers can have as many open: acks=0. */
    private static final int MOST = 10_000;

    /**
     * A request on its way.
     *
     * @param dropper the fault that is to take its response away
     */
    record Exchange(int correlation, Optional<Api> api, Optional<ArmedFault> dropper) {}

    private final Deque<Exchange> open = new ArrayDeque<>();

    void asked(Exchange exchange) {
        if (open.size() == MOST) {
            open.remove();
        }
        open.add(exchange);
    }

    /** What this response answers. Brokers answer in order, so that what was asked before it has no answer to come. */
    Optional<Exchange> answered(int correlation) {
        if (open.stream().noneMatch(exchange -> exchange.correlation() == correlation)) {
            return Optional.empty();
        }
        while (open.element().correlation() != correlation) {
            open.remove();
        }
        return Optional.of(open.remove());
    }
}
