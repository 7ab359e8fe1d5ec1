package io.producerbench.guarantees.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.cluster.Listener;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class NetworkTest {
    private final Network network = Network.open();
    private EchoBroker broker;
    private int port;

    @BeforeEach
    void open() throws IOException {
        broker = EchoBroker.start();
        port = network.advertised(1, Listener.CLIENT, broker.port());
    }

    @AfterEach
    void close() throws IOException {
        network.close();
        broker.close();
    }

    @Test
    void every_listener_has_a_port_of_its_own() throws IOException {
        int replication = network.advertised(1, Listener.REPLICATION, broker.port());
        int other = network.advertised(2, Listener.CLIENT, broker.port());

        assertThat(new int[] {port, replication, other, broker.port()}).doesNotHaveDuplicates();
        network.at(2, Listener.CLIENT).hold();
        try (EchoClient client = new EchoClient(port)) {
            assertThat(client.send(Api.PRODUCE, "a").read()).isEqualTo("a");
        }
    }

    @Test
    void a_retried_start_keeps_the_advertised_port_and_leads_to_the_new_one() throws IOException {
        try (EchoBroker retried = EchoBroker.start()) {
            assertThat(network.advertised(1, Listener.CLIENT, retried.port())).isEqualTo(port);

            try (EchoClient client = new EchoClient(port)) {
                assertThat(client.send(Api.PRODUCE, "a").read()).isEqualTo("a");
            }
            assertThat(retried.received()).containsExactly("a");
            assertThat(broker.received()).isEmpty();
        }
    }

    @Test
    void is_idle_while_there_is_no_fault() throws IOException {
        try (EchoClient client = new EchoClient(port)) {
            assertThat(client.send(Api.PRODUCE, "a").read()).isEqualTo("a");
        }
        assertThat(network.isIdle()).isTrue();

        network.at(1, Listener.CLIENT).swallowRequests(Api.PRODUCE, 1);

        assertThat(network.isIdle()).isFalse();
    }

    @Test
    void healing_ends_every_fault_and_leaves_nothing_withheld() throws IOException {
        Proxy proxy = network.at(1, Listener.CLIENT);
        network.advertised(2, Listener.REPLICATION, broker.port());
        network.at(2, Listener.REPLICATION).withholdResponses(Api.FETCH);
        Fault hold = proxy.hold();
        proxy.delayResponses(Api.METADATA, Duration.ofHours(1));
        proxy.dropResponses(Api.PRODUCE, 5);
        try (EchoClient client = new EchoClient(port)) {
            client.send(Api.METADATA, "a");
            Awaitility.await().until(() -> hold.hits() == 1);

            network.heal();

            assertThat(network.isIdle()).isTrue();
            assertThat(client.read()).isEqualTo("a");
            assertThat(client.send(Api.PRODUCE, "b").read()).isEqualTo("b");
        }
    }

    @Test
    void healing_does_not_leave_a_client_waiting_for_the_answer_to_a_swallowed_request() throws IOException {
        Fault swallow = network.at(1, Listener.CLIENT).swallowRequests(Api.PRODUCE, 1);
        try (EchoClient client = new EchoClient(port);
                EchoClient other = new EchoClient(port)) {
            client.send(Api.PRODUCE, "a");
            assertThat(other.send(Api.METADATA, "b").read()).isEqualTo("b");
            Awaitility.await().until(() -> swallow.hits() == 1);
            assertThat(client.hearsNothing()).isTrue();

            network.heal();

            assertThat(client.hearsTheEnd()).isTrue();
            assertThat(other.send(Api.METADATA, "c").read()).isEqualTo("c");
        }
    }

    @Test
    void healing_closes_a_connection_whose_receiver_does_not_take_what_was_withheld() throws IOException {
        Proxy proxy = network.at(1, Listener.CLIENT);
        proxy.withholdResponses(Api.FETCH);
        try (EchoClient client = new EchoClient(port)) {
            client.send(Api.FETCH, "x".repeat(40_000_000));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> proxy.responses(Api.FETCH) == 1);

            network.heal();

            assertThat(network.isIdle()).isTrue();
        }
    }

    @Test
    void a_listener_without_a_proxy_is_named_with_those_that_have_one() {
        assertThatThrownBy(() -> network.at(7, Listener.REPLICATION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected one of [the proxy of broker 1, CLIENT], got the proxy of broker 7, REPLICATION:"
                        + " was the cluster started with this network?");
    }

    @Test
    void a_closed_network_listens_nowhere_and_takes_no_listener() throws IOException {
        try (EchoClient client = new EchoClient(port)) {
            network.close();
            network.close();

            assertThat(client.hearsTheEnd()).isTrue();
        }
        assertThatThrownBy(() -> new EchoClient(port)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> network.advertised(1, Listener.CLIENT, broker.port()))
                .isInstanceOf(IllegalStateException.class);
    }
}
