package io.producerbench.cluster.node;

import io.producerbench.cluster.BrokerControl;
import io.producerbench.cluster.ClusterException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Hurts the brokers of one cluster, however they are run, and brings the killed ones back. */
public record NodeControl(Brokers nodes) implements BrokerControl {

    @Override
    public void kill(int broker) {
        Node node = nodes.broker(broker);
        node.kill();
        if (node.isAlive()) {
            throw new ClusterException(
                    "expected " + node.name() + " to die of SIGKILL, but it lives: is its disk stuck?");
        }
    }

    @Override
    public void pause(int broker) {
        nodes.broker(broker).pause();
    }

    @Override
    public void resume(int broker) {
        nodes.broker(broker).resume();
    }

    @Override
    public void restart(int broker) {
        Node node = nodes.broker(broker);
        if (nodes.revive(broker)) {
            Set<Integer> asked = those(Node::isAlive);
            asked.removeAll(paused());
            nodes.awaitSight(asked, Set.of(broker), "after the restart of " + node.name());
        } else if (node.death().isPresent()) {
            throw new ClusterException("expected " + node.name() + " to have been killed to restart it, but "
                    + node.death().orElseThrow() + " by itself: start another cluster");
        }
    }

    @Override
    public Set<Integer> dead() {
        return those(Node::isKilled);
    }

    @Override
    public Set<Integer> paused() {
        return those(Node::isPaused);
    }

    @Override
    public void heal() {
        Set<Integer> all = nodes.ids();
        all.forEach(this::resume);
        // All before any is waited for: they come up side by side.
        all.forEach(nodes::revive);
        nodes.awaitSight(all, all, "while the cluster was healed");
    }

    private Set<Integer> those(Predicate<Node> wanted) {
        Set<Integer> those = new TreeSet<>(nodes.ids());
        those.removeIf(broker -> !wanted.test(nodes.broker(broker)));
        return those;
    }
}
