package io.producerbench.cluster.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerHostTest {

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"tcp://192.0.2.1:2375", "ssh://user@build-host", "tcp://docker.example:2376"})
    void a_docker_on_another_machine_is_refused_for_its_ports_are_there(String host) {
        assertThat(DockerHost.problem(Map.of("DOCKER_HOST", host), home))
                .contains("DOCKER_HOST=" + host + ", which is another machine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://localhost:2375", "tcp://127.0.0.1:2375", "npipe:////./pipe/docker_engine"})
    void a_docker_on_this_machine_may_answer(String host) {
        assertThat(DockerHost.problem(Map.of("DOCKER_HOST", host), home)).isEmpty();
    }

    @Test
    void a_socket_must_be_there() throws IOException {
        Path socket = home.resolve("docker.sock");
        Map<String, String> environment = Map.of("DOCKER_HOST", "unix://" + socket);

        assertThat(DockerHost.problem(environment, home))
                .contains("DOCKER_HOST=unix://" + socket + ", where no socket is");
        Files.createFile(socket);
        assertThat(DockerHost.problem(environment, home)).isEmpty();
    }

    @Test
    void the_usual_places_are_looked_at_where_nobody_says_one() throws IOException {
        Map<String, String> environment = Map.of("XDG_RUNTIME_DIR", home.toString());
        Files.createFile(home.resolve("docker.sock"));

        assertThat(DockerHost.problem(environment, home.resolve("elsewhere"))).isEmpty();
    }
}
