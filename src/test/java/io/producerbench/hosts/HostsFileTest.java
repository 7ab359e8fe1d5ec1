package io.producerbench.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.failure.EnvironmentException;
import io.producerbench.failure.UsageException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsFileTest {
    private static final String DRIVER = node("driver", "127.0.0.1", "\"trogdor.coordinator.port\": 8889, ", "0");

    @TempDir
    Path directory;

    @Test
    void a_node_without_an_agent_port_has_trogdors_usual_one_and_one_with_0_gives_no_load() throws Exception {
        HostsFile hosts = HostsFile.read("--hosts", file(DRIVER, "\"a\": {\"hostname\": \"10.0.0.1\"}"));

        assertThat(hosts.load()).containsExactly(new LoadHost("a", "10.0.0.1", 8888));
        assertThat(hosts.coordinator()).isEqualTo("driver");
        assertThat(hosts.isLocal()).isFalse();
    }

    @Test
    void a_name_that_occurs_twice_and_a_broken_port_are_refused() throws Exception {
        String host = "\"a\": {\"hostname\": \"10.0.0.1\", \"trogdor.agent.port\": 8888}";
        assertThatThrownBy(() -> HostsFile.read("--hosts", file(DRIVER, host, host.replace("10.0.0.1", "10.0.0.2"))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("expected Trogdor's platform file, got JSON that cannot be read: ")
                .hasMessageContaining("\"a\"");
        assertThatThrownBy(() -> HostsFile.read("--hosts", file(DRIVER, host.replace("8888", "8888.5"))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("node a: expected a trogdor.agent.port from 0 to 65535, got 8888.5");
    }

    @Test
    void two_hosts_at_one_address_and_port_are_refused() throws Exception {
        Path file = file(DRIVER, node("a", "10.0.0.1", "", "8888"), node("b", "10.0.0.1", "", "8888"));

        assertThatThrownBy(() -> HostsFile.read("--hosts", file))
                .isInstanceOf(UsageException.class)
                .hasMessage("--hosts " + file
                        + ": nodes a and b are both 10.0.0.1:8888; give each agent a port of its own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999", "-1", "\"many\""})
    void a_port_that_is_none_is_refused(String port) throws Exception {
        Path file = file(DRIVER, node("a", "10.0.0.1", "", port));

        assertThatThrownBy(() -> HostsFile.read("--hosts", file))
                .isInstanceOf(UsageException.class)
                .hasMessage("--hosts " + file + ": node a: expected a trogdor.agent.port from 0 to 65535, got " + port);
    }

    @Test
    void an_agent_that_cannot_listen_says_so_in_a_line() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HostsFile hosts = HostsFile.read(
                    "--hosts", file(DRIVER, node("a", "127.0.0.1", "", Integer.toString(taken.getLocalPort()))));

            assertThatThrownBy(() -> agent(hosts, "127.0.0.1"))
                    .isInstanceOf(EnvironmentException.class)
                    .hasMessageStartingWith("cannot listen on 127.0.0.1:" + taken.getLocalPort() + " (")
                    .hasMessageEndingWith("): give --listen an address of this host, and end what uses the port");
            assertThatThrownBy(() -> agent(hosts, "300.1.1.1"))
                    .isInstanceOf(EnvironmentException.class)
                    .hasMessageStartingWith("cannot listen on 300.1.1.1:");
        }
    }

    private static void agent(HostsFile hosts, String listen) {
        LoadAgent.run(hosts, "a", listen, Optional.empty(), Path.of("nowhere"), "0");
    }

    private static String node(String name, String hostName, String more, String agentPort) {
        return "\"" + name + "\": {" + more + "\"hostname\": \"" + hostName + "\", \"trogdor.agent.port\": " + agentPort
                + "}";
    }

    private Path file(String... nodes) throws Exception {
        return Files.writeString(
                directory.resolve("hosts.json"),
                "{\"platform\": \"org.apache.kafka.trogdor.basic.BasicPlatform\", \"nodes\": {"
                        + String.join(", ", nodes) + "}}");
    }
}
