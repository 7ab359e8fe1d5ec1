package io.producerbench.hosts;

import io.producerbench.failure.EnvironmentException;
import io.producerbench.process.ParentDeathWatchdog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The guarded agent of Trogdor on this load host. */
public final class LoadAgent {
    /** The one command that agents run. It is relative, because checkouts may differ in their paths. */
    static final List<String> COMMAND = List.of("./run-bench.sh", "lane", "--stdin");

    private LoadAgent() {}

    /**
     * Runs the agent until it ends, and ends it when this JVM ends.
     *
     * @param name this host's name in the file
     * @param listen the one address that the agent binds
     * @param configs the directory of client settings; empty for none
     * @return the agent's exit code
     */
    public static int run(
            HostsFile hosts, String name, String listen, Optional<Path> configs, Path project, String version) {
        requireFree(listen, hosts.loadHost(name).port());
        List<String> arguments =
                new ArrayList<>(List.of(hosts.path().toString(), name, listen, hosts.coordinatorHost()));
        arguments.addAll(COMMAND);
        ProcessBuilder builder = new ProcessBuilder(
                        TrogdorJars.in(project, version).command("GuardedAgent", arguments))
                .directory(project.toFile())
                .inheritIO();
        configs.ifPresent(directory -> builder.environment()
                .put(LaneProcess.CLIENT_CONFIGS, directory.toAbsolutePath().toString()));
        try {
            Process agent = builder.start();
            ParentDeathWatchdog.over(agent);
            Runtime.getRuntime().addShutdownHook(new Thread(agent::destroyForcibly));
            return agent.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the agent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentException("interrupted while the agent ran", e);
        }
    }

    /** Trogdor itself would end with a stack trace. */
    private static void requireFree(String listen, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // as its server does
            socket.bind(new InetSocketAddress(listen, port));
        } catch (IOException e) {
            throw new EnvironmentException(
                    "cannot listen on " + listen + ":" + port + " (" + e.getMessage()
                            + "): give --listen an address of this host, and end what uses the port",
                    e);
        }
    }
}
