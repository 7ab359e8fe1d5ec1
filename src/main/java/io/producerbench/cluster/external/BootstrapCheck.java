package io.producerbench.cluster.external;

import io.producerbench.cluster.ClientProperties;
import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.external.FrontDoor.Speech;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whether the servers that a client is to be given answer, and in its protocol; asked before there is a client. */
final class BootstrapCheck {

    private static final long PATIENCE_MS = 7_000;

    private final String protocol;

    private BootstrapCheck(String protocol) {
        this.protocol = protocol;
    }

    /**
     * @param reached whether something takes connections there
     * @param complaint what is wrong; empty if nothing
     */
    private record Finding(boolean reached, Optional<String> complaint) {}

    /**
     * When this returns, at least one of the servers answers, and none that answers speaks something else.
     *
     * @throws ClusterException naming the server, and what was found and expected
     */
    static void require(ClientProperties client) {
        BootstrapCheck reception = new BootstrapCheck(client.settings().getOrDefault("security.protocol", "PLAINTEXT"));
        List<Finding> findings = reception.findings(Servers.parse(client.bootstrapServers()));
        findings.stream()
                .filter(finding -> finding.reached() && finding.complaint().isPresent())
                .findFirst()
                .ifPresent(BootstrapCheck::complain);
        if (findings.stream().noneMatch(Finding::reached)) {
            complain(findings.get(0));
        }
    }

    /** When this returns, every broker answers in the client's protocol at the address that it tells clients to use. */
    static void requireAdvertised(ClientProperties client) {
        BootstrapCheck reception = new BootstrapCheck(client.settings().getOrDefault("security.protocol", "PLAINTEXT"));
        reception.findings(Servers.parse(client.bootstrapServers())).stream()
                .flatMap(finding -> finding.complaint().stream())
                .findFirst()
                .ifPresent(complaint -> {
                    throw new ClusterException(complaint + " (it is what a broker advertises: advertised.listeners)");
                });
    }

    private static void complain(Finding finding) {
        throw new ClusterException(finding.complaint().orElseThrow());
    }

    private List<Finding> findings(List<FrontDoor> doors) {
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "reception");
            thread.setDaemon(true); // a resolver that hangs must not keep us
            return thread;
        });
        try {
            List<Future<Finding>> futures =
                    doors.stream().map(door -> threads.submit(find(door))).toList();
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
            return futures.stream()
                    .map(future -> await(future, doors.get(futures.indexOf(future)), end))
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Finding await(Future<Finding> future, FrontDoor door, long end) {
        try {
            return future.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Finding(
                    false, Optional.of(Servers.text(door) + " does not answer within " + PATIENCE_MS + " ms"));
        } catch (ExecutionException e) {
            return new Finding(false, Optional.of(Servers.text(door) + ": " + e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while waiting for " + Servers.text(door), e);
        }
    }

    private Callable<Finding> find(FrontDoor door) {
        return () -> {
            String address = Servers.text(door);
            try {
                InetAddress.getAllByName(door.host());
                door.requireReachable();
            } catch (UnknownHostException e) {
                return new Finding(
                        false,
                        Optional.of("there is no host '" + door.host() + "': " + address
                                + " cannot be resolved; correct --bootstrap-server or the name service"));
            } catch (ConnectException e) {
                return new Finding(
                        false,
                        Optional.of("nothing listens at " + address + ": " + e.getMessage()
                                + "; correct --bootstrap-server or start the brokers"));
            } catch (SocketTimeoutException e) {
                return new Finding(
                        false,
                        Optional.of(address + " cannot be reached: nothing answers there, and nothing"
                                + " refuses; correct --bootstrap-server or open the firewall"));
            } catch (IOException e) {
                return new Finding(false, Optional.of(address + " cannot be reached: " + e.getMessage()));
            }
            return new Finding(true, complaint(address, door.speech(wantsTls())));
        };
    }

    private boolean wantsTls() {
        return protocol.endsWith("SSL");
    }

    private Optional<String> complaint(String address, Speech speech) {
        boolean wantsSasl = protocol.startsWith("SASL");
        boolean plain = speech == Speech.KAFKA || speech == Speech.KAFKA_WITH_SASL;
        boolean fits = wantsTls() ? speech == Speech.TLS : plain && (wantsSasl || speech == Speech.KAFKA);
        return fits
                ? Optional.empty()
                : Optional.of(address + " speaks " + speech.words() + ", and security.protocol=" + protocol
                        + " does not: " + cure(speech));
    }

    private static String cure(Speech speech) {
        return switch (speech) {
            case TLS -> "set security.protocol to SSL or SASL_SSL, or give the port of another listener";
            case KAFKA -> "set security.protocol to PLAINTEXT or SASL_PLAINTEXT, or give the port of another listener";
            case KAFKA_WITH_SASL -> "set security.protocol to SASL_PLAINTEXT, or give the port of another listener";
            case HTTP, UNKNOWN -> "give the port of a broker's listener";
        };
    }
}
