package io.producerbench.cluster.docker;

import io.producerbench.cluster.node.BrokerAddress;
import io.producerbench.cluster.node.BrokerProbe;
import io.producerbench.process.Polling;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/**
 * Waits until a broker answers or its container ends. A dead container would never write an awaited
 * log line.
 */
final class AnswerWaitStrategy extends AbstractWaitStrategy {

    private final BrokerProbe probe;

    AnswerWaitStrategy(BrokerAddress address) {
        this.probe = new BrokerProbe(address);
    }

    @Override
    protected void waitUntilReady() {
        if (!new Polling(startupTimeout).await(() -> !isRunning() || probe.answers())) {
            throw new ContainerLaunchException(
                    "expected " + probe.broker().name() + " to answer within " + startupTimeout + ", got no answer");
        }
        if (!isRunning()) {
            throw new ContainerLaunchException(probe.broker().name() + " exited with code "
                    + waitStrategyTarget.getCurrentContainerInfo().getState().getExitCodeLong()
                    + " before it answered");
        }
    }

    private boolean isRunning() {
        return Boolean.TRUE.equals(
                waitStrategyTarget.getCurrentContainerInfo().getState().getRunning());
    }
}
