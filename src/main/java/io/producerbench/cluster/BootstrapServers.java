package io.producerbench.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.Utils;

/** Reads the addresses in {@code bootstrap.servers} as Kafka's own clients do. */
public final class BootstrapServers {

    /**
     * Kafka's clients take any protocol before the host. This one shows that no broker is meant.
     */
    private static final Pattern WEB = Pattern.compile("(?i)https?://.*");

    private static final int HIGHEST_PORT = 65_535;

    private BootstrapServers() {}

    /** One server, of a name or an address. */
    public record Server(String host, int port) {
        @Override
        public String toString() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /**
     * Returns the servers. No name is resolved.
     *
     * @throws IllegalArgumentException if it is not {@code host:port}, with more after commas
     */
    public static List<Server> parse(String servers) {
        return Arrays.stream(servers.split(",", -1))
                .map(String::strip)
                .map(BootstrapServers::server)
                .toList();
    }

    private static Server server(String address) {
        String host = Utils.getHost(address);
        int port = host == null || host.isEmpty() || WEB.matcher(address).matches() ? 0 : port(address);
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "expected host:port, and more of them after commas, got '" + address + "'");
        }
        return new Server(host, port);
    }

    private static int port(String address) {
        try {
            return Utils.getPort(address);
        } catch (NumberFormatException tooLong) {
            return 0;
        }
    }
}
