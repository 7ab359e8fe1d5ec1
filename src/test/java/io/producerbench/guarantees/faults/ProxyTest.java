package io.producerbench.guarantees.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ProxyTest {
    private EchoBroker broker;
    private Proxy proxy;
    private EchoClient client;

    @BeforeEach
    void open() throws IOException {
        broker = EchoBroker.start();
        proxy = Proxy.open("the proxy of broker 1, CLIENT");
        proxy.aim(broker.port());
        client = new EchoClient(proxy.port());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        proxy.close();
        broker.close();
    }

    @Test
    void passes_requests_and_answers_in_order() throws IOException {
        client.send(Api.PRODUCE, "a").send(Api.METADATA, "b").send(Api.PRODUCE, "c");

        assertThat(List.of(client.read(), client.read(), client.read())).containsExactly("a", "b", "c");
        assertThat(broker.received()).containsExactly("a", "b", "c");
    }

    @Test
    void passes_a_frame_larger_than_any_buffer() throws IOException {
        String large = "x".repeat(40_000_000);

        client.send(Api.PRODUCE, large).send(Api.PRODUCE, "after");

        assertThat(client.read()).isEqualTo(large);
        assertThat(client.read()).isEqualTo("after");
    }

    @Test
    void passes_a_frame_that_comes_byte_by_byte() throws IOException {
        for (byte one : client.frame(Api.PRODUCE.key(), "slow")) {
            client.send(new byte[] {one});
        }

        assertThat(client.read()).isEqualTo("slow");
    }

    @Test
    void half_a_frame_goes_nowhere() throws IOException {
        byte[] frame = client.frame(Api.PRODUCE.key(), "whole");

        client.send(Arrays.copyOf(frame, frame.length - 1));
        assertThat(client.hearsNothing()).isTrue();
        assertThat(proxy.requests(Api.PRODUCE)).isZero();

        client.send(Arrays.copyOfRange(frame, frame.length - 1, frame.length));
        assertThat(client.read()).isEqualTo("whole");
    }

    @Test
    void counts_requests_and_answers_by_their_api() throws IOException {
        client.send(Api.PRODUCE, "a").send(Api.PRODUCE, "b").send(Api.FETCH, "c");
        client.send(client.frame(999, "of an api that faults cannot aim at"));
        for (int i = 0; i < 4; i++) {
            client.read();
        }

        assertThat(proxy.requests(Api.PRODUCE)).isEqualTo(2);
        assertThat(proxy.responses(Api.PRODUCE)).isEqualTo(2);
        assertThat(proxy.requests(Api.FETCH)).isEqualTo(1);
        assertThat(proxy.responses(Api.FETCH)).isEqualTo(1);
        assertThat(proxy.requests(Api.METADATA)).isZero();
    }

    @Test
    void an_answer_is_not_taken_for_that_to_a_request_without_one() throws IOException {
        client.send(Api.PRODUCE, EchoBroker.SILENT).send(Api.METADATA, "b");

        assertThat(client.read()).isEqualTo("b");
        assertThat(proxy.responses(Api.PRODUCE)).isZero();
        assertThat(proxy.responses(Api.METADATA)).isEqualTo(1);
    }

    @Test
    void what_is_no_frame_ends_the_connection() throws IOException {
        client.send("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(client.hearsTheEnd()).isTrue();
    }

    @Test
    void a_dead_broker_refuses_through_the_proxy_too() throws IOException {
        broker.close();

        try (EchoClient late = new EchoClient(proxy.port())) {
            assertThat(late.hearsTheEnd()).isTrue();
        }
    }

    @Test
    void the_end_of_a_broker_is_the_end_of_its_connections() throws IOException {
        client.send(Api.PRODUCE, "a");
        assertThat(client.read()).isEqualTo("a");

        broker.close();

        assertThat(client.hearsTheEnd()).isTrue();
    }

    @Test
    void can_be_reached_at_127_0_0_1_only() throws IOException {
        for (String elsewhere : List.of("127.0.0.2", "::1")) {
            try (Socket socket = new Socket()) {
                assertThatThrownBy(() -> socket.connect(new InetSocketAddress(elsewhere, proxy.port()), 5_000))
                        .as(elsewhere)
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void a_hold_withholds_requests_until_it_is_closed_and_then_sends_them_in_order() throws IOException {
        Fault hold = proxy.hold();

        client.send(Api.PRODUCE, "a").send(Api.METADATA, "b").send(Api.PRODUCE, "c");
        patiently().until(() -> hold.hits() == 3);
        assertThat(client.hearsNothing()).isTrue();
        assertThat(broker.received()).isEmpty();
        assertThat(proxy.isIdle()).isFalse();

        hold.close();
        assertThat(List.of(client.read(), client.read(), client.read())).containsExactly("a", "b", "c");
        patiently().until(proxy::isIdle);
    }

    @Test
    void a_hold_withholds_the_answer_to_what_was_sent_before() throws IOException {
        client.send(Api.FETCH, EchoBroker.LATER);
        patiently().until(() -> broker.received().size() == 1);
        Fault hold = proxy.hold();

        broker.answer();
        patiently().until(() -> proxy.responses(Api.FETCH) == 1);
        assertThat(client.hearsNothing()).isTrue();
        hold.requireHits(1);

        hold.close();
        assertThat(client.read()).isEqualTo(EchoBroker.LATER);
    }

    @Test
    void a_hold_hides_the_death_of_the_broker_from_old_and_new_connections() throws IOException {
        client.send(Api.PRODUCE, "a");
        assertThat(client.read()).isEqualTo("a");
        Fault hold = proxy.hold();

        broker.close();
        try (EchoClient late = new EchoClient(proxy.port())) {
            assertThat(client.hearsNothing()).isTrue();
            assertThat(late.hearsNothing()).isTrue();

            hold.close();
            assertThat(client.hearsTheEnd()).isTrue();
            assertThat(late.hearsTheEnd()).isTrue();
        }
    }

    @Test
    void what_was_sent_into_a_hold_arrives_even_if_its_sender_has_gone() throws IOException {
        Fault hold = proxy.hold();
        client.send(Api.PRODUCE, "a").send(Api.PRODUCE, "b");
        patiently().until(() -> hold.hits() == 2);
        client.close();

        hold.close();

        patiently().until(() -> broker.received().equals(List.of("a", "b")));
    }

    @Test
    void a_hold_withholds_what_another_fault_had_withheld_before() throws IOException {
        Fault withhold = proxy.withholdRequests(Api.PRODUCE);
        client.send(Api.PRODUCE, "a").send(Api.METADATA, "b");
        patiently().until(() -> proxy.requests(Api.METADATA) == 1);

        Fault hold = proxy.hold();
        withhold.close();
        assertThat(client.hearsNothing()).isTrue();
        assertThat(broker.received()).isEmpty();
        assertThat(hold.hits()).isEqualTo(2);

        hold.close();
        assertThat(client.read()).isEqualTo("a");
        assertThat(client.read()).isEqualTo("b");
    }

    @Test
    void a_hold_closed_twice_leaves_another_hold_in_force() throws IOException {
        Fault first = proxy.hold();
        Fault second = proxy.hold();
        client.send(Api.PRODUCE, "a");

        first.close();
        first.close();
        assertThat(client.hearsNothing()).isTrue();

        second.close();
        assertThat(client.read()).isEqualTo("a");
    }

    @Test
    void a_cut_ends_all_connections_and_lets_new_ones_through() throws IOException {
        try (EchoClient other = new EchoClient(proxy.port())) {
            client.send(Api.PRODUCE, "a");
            other.send(Api.PRODUCE, "b");
            assertThat(client.read() + other.read()).isEqualTo("ab");

            proxy.cut();

            assertThat(client.hearsTheEnd()).isTrue();
            assertThat(other.hearsTheEnd()).isTrue();
        }
        try (EchoClient late = new EchoClient(proxy.port())) {
            assertThat(late.send(Api.PRODUCE, "c").read()).isEqualTo("c");
        }
    }

    @Test
    void what_was_withheld_when_it_was_cut_is_gone_for_good() throws IOException {
        Fault hold = proxy.hold();
        client.send(Api.PRODUCE, "gone");
        patiently().until(() -> hold.hits() == 1);

        proxy.cut();
        try (EchoClient late = new EchoClient(proxy.port())) {
            late.send(Api.PRODUCE, "held");
            assertThat(late.hearsNothing()).isTrue();

            hold.close();
            assertThat(late.read()).isEqualTo("held");
        }
        assertThat(broker.received()).containsExactly("held");
    }

    @Test
    void a_dropped_response_proves_the_request_arrived_and_ends_the_connection() throws IOException {
        Fault drop = proxy.dropResponses(Api.PRODUCE, 1);

        client.send(Api.METADATA, "before").send(Api.PRODUCE, "dropped");
        assertThat(client.read()).isEqualTo("before");
        assertThat(client.hearsTheEnd()).isTrue();
        drop.requireHits(1);
        assertThat(broker.received()).containsExactly("before", "dropped");
        assertThat(proxy.responses(Api.PRODUCE)).isEqualTo(1);

        try (EchoClient retry = new EchoClient(proxy.port())) {
            assertThat(retry.send(Api.PRODUCE, "retried").read()).isEqualTo("retried");
        }
        assertThat(drop.hits()).isEqualTo(1);
    }

    @Test
    void what_follows_a_dropped_response_on_its_connection_is_gone_too() throws IOException {
        proxy.dropResponses(Api.PRODUCE, 1);

        client.send(Api.PRODUCE, EchoBroker.LATER).send(Api.METADATA, "after");
        patiently().until(() -> proxy.requests(Api.METADATA) == 1);
        broker.answer();

        assertThat(client.hearsTheEnd()).isTrue();
        patiently().until(() -> proxy.responses(Api.METADATA) == 1);
    }

    @Test
    void each_of_several_dropped_responses_is_awaited() throws IOException {
        Fault drop = proxy.dropResponses(Api.PRODUCE, 3);

        client.send(Api.PRODUCE, EchoBroker.LATER).send(Api.PRODUCE, "b").send(Api.PRODUCE, "c");
        patiently().until(() -> proxy.requests(Api.PRODUCE) == 3);
        assertThat(drop.hits()).isZero();
        broker.answer();

        patiently().until(() -> drop.hits() == 3);
        assertThat(client.hearsTheEnd()).isTrue();
    }

    @Test
    void a_response_is_not_dropped_any_more_once_the_fault_has_ended() throws IOException {
        Fault drop = proxy.dropResponses(Api.PRODUCE, 1);
        client.send(Api.PRODUCE, EchoBroker.LATER);
        patiently().until(() -> proxy.requests(Api.PRODUCE) == 1);

        drop.close();
        broker.answer();

        assertThat(client.read()).isEqualTo(EchoBroker.LATER);
        assertThat(drop.hits()).isZero();
    }

    @Test
    void swallowed_requests_never_arrive_nor_does_what_follows_them_on_their_connection() throws IOException {
        Fault swallow = proxy.swallowRequests(Api.PRODUCE, 2);

        client.send(Api.PRODUCE, "a")
                .send(Api.METADATA, "b")
                .send(Api.PRODUCE, "c")
                .send(Api.PRODUCE, "d");

        Awaitility.await().until(() -> proxy.requests(Api.PRODUCE) == 3);
        assertThat(swallow.hits()).isEqualTo(2);
        try (EchoClient other = new EchoClient(proxy.port())) {
            assertThat(other.send(Api.PRODUCE, "e").read()).isEqualTo("e");
        }
        assertThat(broker.received()).containsExactly("e");
    }

    @Test
    void withheld_requests_hold_back_what_follows_on_their_connection_only() throws IOException {
        Fault withhold = proxy.withholdRequests(Api.PRODUCE);
        client.send(Api.METADATA, "a");
        assertThat(client.read()).isEqualTo("a");

        client.send(Api.PRODUCE, "b").send(Api.METADATA, "c");
        patiently().until(() -> proxy.requests(Api.METADATA) == 2);
        assertThat(client.hearsNothing()).isTrue();
        try (EchoClient other = new EchoClient(proxy.port())) {
            assertThat(other.send(Api.METADATA, "d").read()).isEqualTo("d");
        }
        assertThat(withhold.hits()).isEqualTo(1);

        withhold.close();
        assertThat(client.read()).isEqualTo("b");
        assertThat(client.read()).isEqualTo("c");
        assertThat(broker.received()).containsExactly("a", "d", "b", "c");
    }

    @Test
    void withheld_requests_do_not_hold_back_answers() throws IOException {
        client.send(Api.FETCH, EchoBroker.LATER);
        Fault withhold = proxy.withholdRequests(Api.PRODUCE);
        client.send(Api.PRODUCE, "b");
        patiently().until(() -> withhold.hits() == 1);

        broker.answer();

        assertThat(client.read()).isEqualTo(EchoBroker.LATER);
        assertThat(client.hearsNothing()).isTrue();
    }

    @Test
    void withheld_responses_hold_back_what_follows_though_the_broker_has_answered() throws IOException {
        Fault withhold = proxy.withholdResponses(Api.PRODUCE);

        client.send(Api.METADATA, "a").send(Api.PRODUCE, "b").send(Api.METADATA, "c");
        assertThat(client.read()).isEqualTo("a");
        patiently().until(() -> proxy.responses(Api.METADATA) == 2);
        assertThat(client.hearsNothing()).isTrue();
        assertThat(broker.received()).containsExactly("a", "b", "c");
        assertThat(withhold.hits()).isEqualTo(1);

        withhold.close();
        assertThat(client.read()).isEqualTo("b");
        assertThat(client.read()).isEqualTo("c");
    }

    @Test
    void a_delayed_response_leaves_that_much_later_and_in_order() throws IOException {
        Fault delay = proxy.delayResponses(Api.PRODUCE, Duration.ofMillis(300));
        long start = System.nanoTime();

        client.send(Api.PRODUCE, "a").send(Api.METADATA, "b");

        assertThat(client.read()).isEqualTo("a");
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(300_000_000);
        assertThat(client.read()).isEqualTo("b");
        assertThat(delay.hits()).isEqualTo(1);
    }

    @Test
    void a_response_to_another_request_is_not_delayed() throws IOException {
        Fault delay = proxy.delayResponses(Api.PRODUCE, Duration.ofHours(1));

        assertThat(client.send(Api.METADATA, "a").read()).isEqualTo("a");
        assertThat(delay.hits()).isZero();
    }

    @Test
    void the_end_of_a_delay_lets_go_of_what_it_delayed() throws IOException {
        Fault delay = proxy.delayResponses(Api.PRODUCE, Duration.ofHours(1));
        client.send(Api.PRODUCE, "a");
        patiently().until(() -> delay.hits() == 1);

        delay.close();

        assertThat(client.read()).isEqualTo("a");
    }

    @Test
    void a_fault_that_hit_too_little_is_an_error_that_names_it() {
        Fault swallow = proxy.swallowRequests(Api.END_TXN, 1);

        swallow.requireHits(0);
        assertThatThrownBy(() -> swallow.requireHits(1))
                .isInstanceOf(FaultMissedException.class)
                .hasMessage(
                        "expected swallowRequests(END_TXN) at the proxy of broker 1, CLIENT to hit at least 1 frames,"
                                + " got 0: what was observed says nothing, so repeat it with traffic to hit");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void a_fault_for_no_frame_is_refused(int count) {
        assertThatThrownBy(() -> proxy.dropResponses(Api.PRODUCE, count))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected at least 1 frame for dropResponses to hit, got " + count);
    }

    @Test
    void a_negative_delay_is_refused() {
        assertThatThrownBy(() -> proxy.delayResponses(Api.PRODUCE, Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a delay of 0 or more for delayResponses, got PT-0.001S");
    }

    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(10));
    }
}
