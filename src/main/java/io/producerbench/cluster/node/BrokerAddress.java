package io.producerbench.cluster.node;

import io.producerbench.cluster.Advertising;
import io.producerbench.cluster.Listener;

/**
 * Where a broker listens to clients and to the other brokers.
 *
 * @param bound the ports it listens on
 * @param advertised the ports it tells others to use
 * @param open the bound port that takes requests without TLS and from any client
 */
public record BrokerAddress(int id, String host, Ports bound, Ports advertised, int open) {

    /** One port for each listener. */
    public record Ports(int client, int replication) {

        /** Returns the ports at which these are advertised. */
        public Ports advertised(int broker, Advertising advertising) {
            return new Ports(
                    advertising.advertised(broker, Listener.CLIENT, client),
                    advertising.advertised(broker, Listener.REPLICATION, replication));
        }
    }

    static String nameOf(int id) {
        return "broker-" + id;
    }

    public String name() {
        return nameOf(id);
    }

    /** Returns the address that clients are told to connect to. */
    public String bootstrapServer() {
        return host + ":" + advertised.client();
    }

    /** Returns where it takes requests without TLS and from any client. */
    String openServer() {
        return host + ":" + open;
    }

    /** Returns these ports in the form of {@code listeners}. */
    public String listeners(Ports ports) {
        return "CLIENT://" + host + ":" + ports.client() + ",REPLICATION://" + host + ":" + ports.replication();
    }
}
