package io.producerbench.trogdor;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.trogdor.common.Node;
import org.apache.kafka.trogdor.common.Platform;
import org.apache.kafka.trogdor.common.Scheduler;
import org.apache.kafka.trogdor.coordinator.Coordinator;
import org.apache.kafka.trogdor.coordinator.CoordinatorRestResource;
import org.apache.kafka.trogdor.rest.JsonRestServer;

/** Trogdor's coordinator behind a {@link Door}. */
public final class GuardedCoordinator {
    private GuardedCoordinator() {}

    /**
     * Runs until it is told to end.
     *
     * @param arguments the platform file, the coordinator's name in it, its host name, and those of
     *     the load hosts
     */
    public static void main(String[] arguments) throws Exception {
        Platform platform = Platform.Config.parse(arguments[1], arguments[0]);
        JsonRestServer server =
                BoundServer.on(arguments[2], Node.Util.getTrogdorCoordinatorPort(platform.curNode()));
        CoordinatorRestResource resource = new CoordinatorRestResource();
        long firstWorker = ThreadLocalRandom.current().nextLong(0, Long.MAX_VALUE / 2);
        Coordinator coordinator = new Coordinator(platform, Scheduler.SYSTEM, server, resource, firstWorker);
        CoordinatorRules rules = new CoordinatorRules(
                Addresses.of(arguments[2]),
                Addresses.of(Arrays.copyOfRange(arguments, 3, arguments.length)));
        server.start(resource, new Door(rules));
        coordinator.waitForShutdown();
    }
}
