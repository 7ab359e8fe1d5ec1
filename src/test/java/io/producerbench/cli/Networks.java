package io.producerbench.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Two hosts, each a network namespace of this machine behind a link of its own, and a bridge that
 * joins them with this one. Brokers advertise 127.0.0.1 here, so a relay in each namespace takes
 * their ports there and sends on over the link.
 */
final class Networks implements AutoCloseable {
    /** Names of networks are short, and another test's must not be the same. */
    private static final String MARK = Long.toString(ProcessHandle.current().pid() % 100_000);

    private static final String BRIDGE = "pb" + MARK;
    private static final String NET = "10.199." + ProcessHandle.current().pid() % 200 + ".";

    /** This machine on the bridge. */
    static final String DRIVER = NET + "1";

    private final List<Process> relays = new ArrayList<>();

    /** @throws IllegalStateException if this machine cannot make them */
    static Networks make(List<Integer> brokerPorts) throws IOException {
        Networks networks = new Networks();
        try {
            ip("link add " + BRIDGE + " type bridge");
            ip("addr add " + DRIVER + "/24 dev " + BRIDGE);
            ip("link set " + BRIDGE + " up");
            for (int port : brokerPorts) {
                networks.relay(List.of(), DRIVER + ":" + port, "127.0.0.1:" + port);
            }
            for (int host = 1; host <= 2; host++) {
                networks.join(host, brokerPorts);
            }
            return networks;
        } catch (RuntimeException e) {
            networks.close();
            throw e;
        }
    }

    private void join(int host, List<Integer> brokerPorts) throws IOException {
        ip("netns add " + namespace(host));
        ip("link add " + link(host) + " type veth peer name eth0 netns " + namespace(host));
        ip("link set " + link(host) + " master " + BRIDGE);
        ip("link set " + link(host) + " up");
        ip("-n " + namespace(host) + " addr add " + address(host) + "/24 dev eth0");
        ip("-n " + namespace(host) + " link set eth0 up");
        ip("-n " + namespace(host) + " link set lo up");
        for (int port : brokerPorts) {
            relay(within(host), "127.0.0.1:" + port, DRIVER + ":" + port);
        }
    }

    private void relay(List<String> within, String from, String to) throws IOException {
        List<String> command = new ArrayList<>(within);
        String[] listen = from.split(":");
        command.addAll(
                List.of("socat", "TCP-LISTEN:" + listen[1] + ",bind=" + listen[0] + ",reuseaddr,fork", "TCP:" + to));
        relays.add(new ProcessBuilder(command).inheritIO().start());
    }

    private static String namespace(int host) {
        return BRIDGE + "-" + host;
    }

    private static String link(int host) {
        return BRIDGE + "v" + host;
    }

    /** The host's address on the bridge. */
    static String address(int host) {
        return NET + (10 + host);
    }

    /** The words that run a command on this host. */
    static List<String> within(int host) {
        return List.of("ip", "netns", "exec", namespace(host));
    }

    static void cut(int host) throws IOException {
        ip("link set " + link(host) + " down");
    }

    static void mend(int host) throws IOException {
        ip("link set " + link(host) + " up");
    }

    private static void ip(String arguments) throws IOException {
        if (run(arguments) != 0) {
            throw new IllegalStateException("ip " + arguments + " failed; is this root, with network namespaces?");
        }
    }

    private static int run(String arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments.split(" ")));
        return new ProcessBuilder(command)
                .inheritIO()
                .start()
                .onExit()
                .orTimeout(1, TimeUnit.MINUTES)
                .join()
                .exitValue();
    }

    /** Ends the relays, with what they have begun, and removes the networks. */
    @Override
    public void close() throws IOException {
        for (Process relay : relays) {
            relay.descendants().forEach(ProcessHandle::destroyForcibly);
            relay.destroyForcibly().onExit().orTimeout(1, TimeUnit.MINUTES).join();
        }
        for (int host = 1; host <= 2; host++) {
            run("netns del " + namespace(host));
        }
        run("link del " + BRIDGE);
    }
}
