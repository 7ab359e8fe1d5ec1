package io.producerbench.cluster.node;

import io.producerbench.cluster.BrokerControl;
import io.producerbench.cluster.ClusterException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Kills, pauses and restarts the brokers of one cluster. */
record NodeControl(ClusterNodes<?> nodes) implements BrokerControl {

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
            Set<Integer> asked = having(Node::isAlive);
            asked.removeAll(paused());
            nodes.awaitViews(asked, Set.of(broker), "after the restart of " + node.name());
        } else if (node.death().isPresent()) {
            throw new ClusterException("expected " + node.name() + " to have been killed to restart it, but "
                    + node.death().orElseThrow() + " by itself: start another cluster");
        }
    }

    @Override
    public Set<Integer> dead() {
        return having(Node::isKilled);
    }

    @Override
    public Set<Integer> paused() {
        return having(Node::isPaused);
    }

    @Override
    public void heal() {
        Set<Integer> all = nodes.ids();
        all.forEach(this::resume);
        // All are started before the first is waited for, so that they start in parallel.
        all.forEach(nodes::revive);
        nodes.awaitViews(all, all, "while the cluster was healed");
    }

    private Set<Integer> having(Predicate<Node> state) {
        Set<Integer> brokers = new TreeSet<>(nodes.ids());
        brokers.removeIf(broker -> !state.test(nodes.broker(broker)));
        return brokers;
    }
}
