package io.producerbench.cluster;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A topic's partitions at one moment, by partition number. */
public record TopicState(Map<Integer, PartitionState> partitions) {

    public TopicState {
        partitions = Collections.unmodifiableMap(new TreeMap<>(partitions));
    }

    /**
     * Returns the size of the smallest in-sync set of any partition; 0 for a topic without
     * partitions.
     */
    public int smallestIsr() {
        return partitions.values().stream()
                .mapToInt(partition -> partition.isr().size())
                .min()
                .orElse(0);
    }

    /** Returns the partitions that this broker leads. */
    public Set<Integer> ledBy(int broker) {
        return partitions.entrySet().stream()
                .filter(partition -> partition.getValue().leader() == broker)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** True if each partition has all its replicas in sync. */
    public boolean isInSync() {
        return partitions.values().stream()
                .allMatch(partition -> partition.isr().equals(Set.copyOf(partition.replicas())));
    }

    /** True if each partition has all its replicas in sync, and is led by the first of them. */
    public boolean isBalanced() {
        return partitions.values().stream().allMatch(partition -> partition.matches(partition.replicas()));
    }

    /**
     * True if each partition has exactly these replicas, all in sync, and is led by the first of
     * them.
     */
    public boolean matches(Map<Integer, List<Integer>> assignment) {
        return partitions.keySet().equals(assignment.keySet())
                && assignment.entrySet().stream()
                        .allMatch(wanted -> partitions.get(wanted.getKey()).matches(wanted.getValue()));
    }

    /**
     * One partition.
     *
     * @param leader the broker that leads it, or -1 while none does
     */
    public record PartitionState(int leader, Set<Integer> isr, List<Integer> replicas) {

        public PartitionState {
            isr = Collections.unmodifiableSet(new TreeSet<>(isr));
            replicas = List.copyOf(replicas);
        }

        private boolean matches(List<Integer> wanted) {
            return leader == wanted.get(0) && replicas.equals(wanted) && isr.equals(Set.copyOf(wanted));
        }
    }
}
