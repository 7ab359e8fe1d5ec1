package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sweep on several hosts cannot do is said before anything is started. */
class HostsOptionsTest {
    @TempDir
    Path directory;

    private Path hosts(String hostName, int port) throws IOException {
        return Files.writeString(
                directory.resolve("hosts.json"),
                ("{'platform':'org.apache.kafka.trogdor.basic.BasicPlatform','nodes':{"
                                + "'driver':{'hostname':'127.0.0.1','trogdor.coordinator.port':1,'trogdor.agent.port':0},"
                                + "'load-1':{'hostname':'" + hostName + "','trogdor.agent.port':" + port + "}}}")
                        .replace('\'', '"'));
    }

    private static Console run(Path hosts, String line) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.addAll(List.of("--hosts", hosts.toString()));
        return Console.run(words.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Visible --dry-run | Visible cannot be used with --hosts",
                "-p brokersDown=1 --dry-run | -p brokersDown cannot be used with --hosts",
                "-jvmArgs -Xmx2g --dry-run | -jvmArgs cannot be used with --hosts",
                "-prof gc --dry-run | -prof cannot be used with --hosts"
            })
    void what_hosts_cannot_do_is_refused(String line, String beginning) throws IOException {
        Console console = run(hosts("127.0.0.1", 1), line);

        assertThat(console.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(console.err().lines().toList()).hasSize(1);
        assertThat(console.err()).startsWith("run-bench: " + beginning);
    }

    @Test
    void hosts_that_cannot_reach_the_brokers_are_refused() throws IOException {
        Console console = run(hosts("192.0.2.1", 1), "MaxRate --dry-run");

        assertThat(console.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("127.0.0.1, which other hosts cannot reach; give --bootstrap-server");
    }

    @Test
    void a_sweep_on_hosts_can_be_planned_without_them() throws IOException {
        assertThat(run(hosts("127.0.0.1", 1), "MaxRate --dry-run").exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_host_without_an_agent_is_named_before_brokers_are_started() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            free = socket.getLocalPort();
        }
        Console console = run(hosts("127.0.0.1", free), "MaxRate --results " + directory.resolve("results"));

        assertThat(console.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(console.err())
                .contains("host load-1: no agent answers at http://127.0.0.1:" + free)
                .contains("start it there with ./run-bench.sh agent");
        assertThat(directory.resolve("results")).doesNotExist();
    }

    @Test
    void client_settings_in_no_directory_are_refused_before_the_agent_listens() throws IOException {
        Console console = Console.run(
                "agent",
                "--platform",
                hosts("127.0.0.1", 1).toString(),
                "--name",
                "load-1",
                "--client-configs",
                "/nowhere");

        assertThat(console.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(console.err())
                .startsWith("run-bench: --client-configs /nowhere: expected the directory that holds client settings");
    }

    @Test
    void an_agent_whose_name_is_not_in_the_file_is_refused() throws IOException {
        Console console =
                Console.run("agent", "--platform", hosts("127.0.0.1", 1).toString(), "--name", "load-9");

        assertThat(console.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("--name load-9: expected a node", "[load-1]");
    }
}
