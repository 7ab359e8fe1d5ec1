package io.producerbench.cluster.node;

import io.producerbench.cluster.TopicState;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The cluster as each broker sees it. Each one is asked at the port it is bound to. */
record BrokerViews(List<BrokerAddress> brokers) {

    /**
     * Returns, for each asked broker that does not see all the wanted ones unfenced, what it sees.
     */
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

    /**
     * Returns the topic as this broker sees it; empty if it does not answer or has no such topic.
     */
    Optional<TopicState> topic(int id, String topic) {
        return new BrokerProbe(broker(id)).topic(topic);
    }

    private BrokerAddress broker(int id) {
        return brokers.stream()
                .filter(broker -> broker.id() == id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected the id of a broker, one of "
                        + brokers.stream().map(BrokerAddress::id).toList() + ", got " + id));
    }
}
