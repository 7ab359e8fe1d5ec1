package io.producerbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.cluster.BootstrapServers.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapServersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host",
                "host:",
                "host:0",
                "host:65536",
                "host:99999999999",
                "host:x",
                ":9092",
                "a:1,,b:2",
                "a:1,",
                "a b:1",
                "http://a:1",
                "u@h:1"
            })
    void anything_but_a_list_of_addresses_is_refused(String servers) {
        assertThatThrownBy(() -> BootstrapServers.parse(servers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected host:port, and more of them after commas, got '");
    }

    @Test
    void addresses_are_read_as_kafka_reads_them() {
        assertThat(BootstrapServers.parse("a.example:9092, [::1]:9093,SASL_SSL://b:9094,[fe80::1%lo]:9095"))
                .containsExactly(
                        new Server("a.example", 9092),
                        new Server("::1", 9093),
                        new Server("b", 9094),
                        new Server("fe80::1%lo", 9095));
        assertThat(new Server("::1", 9093)).hasToString("[::1]:9093");
    }
}
