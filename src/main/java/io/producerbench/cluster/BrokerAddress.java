package io.producerbench.cluster;

/** Where a broker listens: to clients, and to the other brokers. */
record BrokerAddress(int id, String host, int clientPort, int replicationPort) {

    String name() {
        return "broker-" + id;
    }

    String client() {
        return host + ":" + clientPort;
    }

    String replication() {
        return host + ":" + replicationPort;
    }
}
