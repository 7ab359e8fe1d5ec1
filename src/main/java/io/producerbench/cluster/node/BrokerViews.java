package io.producerbench.cluster.node;

import io.producerbench.cluster.TopicState;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What each broker sees, asked of that broker itself at the port it is bound to. */
public record BrokerViews(List<BrokerAddress> brokers) {

    /** Which of the asked brokers do not see all the wanted ones unfenced, with what they see instead. */
    Map<String, String> missing(Collection<Integer> asked, Set<Integer> wanted) {
        Map<String, String> missing = new TreeMap<>();
        for (BrokerAddress broker : brokers) {
            if (!asked.contains(broker.id())) {
                continue;
            }
            try {
                Set<Integer> seen = new BrokerProbe(broker).ask().brokers();
                if (!seen.containsAll(wanted)) {
                    missing.put(broker.name(), seen.toString());
                }
            } catch (IOException e) {
                missing.put(broker.name(), "no answer: " + e.getMessage());
            }
        }
        return missing;
    }

    /** The topic as this broker sees it; empty if the broker does not answer or does not know the topic. */
    public Optional<TopicState> topic(int id, String topic) {
        try {
            return new BrokerProbe(broker(id)).ask(topic).topic();
        } catch (IOException e) {
            // Dead, paused or overloaded: it will have to catch up before it can show anything.
            return Optional.empty();
        }
    }

    private BrokerAddress broker(int id) {
        return brokers.stream()
                .filter(broker -> broker.id() == id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected the id of a broker, one of "
                        + brokers.stream().map(BrokerAddress::id).toList() + ", got " + id));
    }
}
