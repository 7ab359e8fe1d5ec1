package io.producerbench.trogdor;

import java.util.Arrays;
import java.util.List;
import org.apache.kafka.trogdor.agent.Agent;
import org.apache.kafka.trogdor.agent.AgentRestResource;
import org.apache.kafka.trogdor.common.Node;
import org.apache.kafka.trogdor.common.Platform;
import org.apache.kafka.trogdor.common.Scheduler;
import org.apache.kafka.trogdor.rest.JsonRestServer;

/** Trogdor's agent behind a {@link Door}. */
public final class GuardedAgent {
    private GuardedAgent() {}

    /**
     * Runs until it is told to end.
     *
     * @param arguments the platform file, this host's name in it, the address to listen on, the host
     *     name of the coordinator, and the one command with its arguments
     */
    public static void main(String[] arguments) throws Exception {
        Platform platform = Platform.Config.parse(arguments[1], arguments[0]);
        JsonRestServer server =
                BoundServer.on(arguments[2], Node.Util.getTrogdorAgentPort(platform.curNode()));
        List<String> command = Arrays.asList(arguments).subList(4, arguments.length);
        AgentRestResource resource = new AgentRestResource();
        Agent agent = new Agent(platform, Scheduler.SYSTEM, server, resource);
        server.start(resource, new Door(new AgentRules(Addresses.of(arguments[3]), arguments[1], command)));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                agent.beginShutdown();
                agent.waitForShutdown();
            } catch (Exception e) {
                System.err.println("the agent did not shut down: " + e);
            }
        }));
        System.out.println("agent " + arguments[1] + " listens on " + arguments[2] + ":" + agent.port());
        agent.waitForShutdown();
    }
}
