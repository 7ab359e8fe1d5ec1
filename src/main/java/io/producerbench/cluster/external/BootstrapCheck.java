package io.producerbench.cluster.external;

import io.producerbench.cluster.BootstrapServers.Server;
import io.producerbench.cluster.ClientProperties;
import io.producerbench.cluster.ClusterException;
import io.producerbench.wire.BrokerConnection;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.requests.ApiVersionsRequest;

/**
 * Checks before there is a client that the servers answer. A plaintext client must not talk to
 * another kind of server, because it takes the first four bytes of any answer for a length:
 * {@code HTTP} is 1.2 GB. With TLS the client's own handshake finds that out.
 */
final class BootstrapCheck {

    private static final int CONNECT_MS = 2_000;
    private static final long PATIENCE_S = 7;

    private final String protocol;

    private BootstrapCheck(ClientProperties client) {
        this.protocol = client.securityProtocol();
    }

    /**
     * The answer of one server.
     *
     * @param reached true if it takes connections
     * @param complaint what is wrong with it; empty if nothing is
     */
    private record ServerAnswer(boolean reached, Optional<String> complaint) {}

    /**
     * When this returns, at least one server answers, and each one that takes connections answers
     * as a broker does.
     *
     * @throws ClusterException naming the server, what was tried, and the cure
     */
    static void require(ClientProperties client, List<Server> servers) {
        List<ServerAnswer> answers = new BootstrapCheck(client).ask(servers);
        boolean anyReached = answers.stream().anyMatch(ServerAnswer::reached);
        answers.stream()
                .filter(answer -> answer.reached() || !anyReached)
                .flatMap(answer -> answer.complaint().stream())
                .findFirst()
                .ifPresent(complaint -> {
                    throw new ClusterException(complaint);
                });
    }

    /** When this returns, every broker answers at the address that it tells clients to use. */
    static void requireAdvertised(ClientProperties client, List<Server> brokers) {
        new BootstrapCheck(client)
                .ask(brokers).stream()
                        .flatMap(answer -> answer.complaint().stream())
                        .findFirst()
                        .ifPresent(complaint -> {
                            throw new ClusterException(
                                    complaint + " (a broker advertises this address: advertised.listeners)");
                        });
    }

    private List<ServerAnswer> ask(List<Server> servers) {
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "bootstrap-check");
            thread.setDaemon(true); // a name service that hangs cannot be interrupted
            return thread;
        });
        try {
            List<Callable<ServerAnswer>> asked = servers.stream()
                    .map(server -> (Callable<ServerAnswer>) () -> ask(server))
                    .toList();
            List<Future<ServerAnswer>> futures = threads.invokeAll(asked, PATIENCE_S, TimeUnit.SECONDS);
            List<ServerAnswer> answers = new ArrayList<>();
            for (int i = 0; i < servers.size(); i++) {
                answers.add(answer(servers.get(i), futures.get(i)));
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while waiting for " + servers, e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static ServerAnswer answer(Server server, Future<ServerAnswer> future) throws InterruptedException {
        try {
            return future.get();
        } catch (CancellationException e) {
            return unreached(server + " did not answer within " + PATIENCE_S + " s; correct --bootstrap-server, or mend"
                    + " the name service or the network");
        } catch (ExecutionException e) {
            return unreached(server + ": " + e.getCause());
        }
    }

    private static ServerAnswer unreached(String complaint) {
        return new ServerAnswer(false, Optional.of(complaint));
    }

    /** Tries every address of the name, because the client will too. */
    private ServerAnswer ask(Server server) {
        IOException refusal = null;
        try {
            for (InetAddress address : InetAddress.getAllByName(server.host())) {
                try (BrokerConnection connection =
                        BrokerConnection.open(new InetSocketAddress(address, server.port()), CONNECT_MS)) {
                    return new ServerAnswer(true, complaint(server, connection));
                } catch (IOException e) {
                    refusal = e;
                }
            }
        } catch (UnknownHostException e) {
            return unreached("there is no host '" + server.host() + "': " + server
                    + " cannot be resolved; correct --bootstrap-server or the name service");
        }
        return unreached(words(server, refusal));
    }

    private static String words(Server server, IOException refusal) {
        if (refusal instanceof ConnectException) {
            return "nothing listens at " + server + ": " + refusal.getMessage()
                    + "; correct --bootstrap-server or start the brokers";
        }
        if (refusal instanceof SocketTimeoutException) {
            return server + " cannot be reached: no answer to a connection within " + CONNECT_MS
                    + " ms; correct --bootstrap-server or open the firewall";
        }
        return server + " cannot be reached: " + refusal.getMessage() + "; correct --bootstrap-server";
    }

    private Optional<String> complaint(Server server, BrokerConnection connection) {
        if (protocol.endsWith("SSL")) {
            return Optional.empty();
        }
        try {
            connection.ask(new ApiVersionsRequest.Builder().build((short) 0));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(server + " did not answer an ApiVersions request: " + Diagnosis.WRONG_LISTENER
                    + " Tried security.protocol=" + protocol
                    + "; correct the port in --bootstrap-server, or security.protocol");
        }
    }
}
