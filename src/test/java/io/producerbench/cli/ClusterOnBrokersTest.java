package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The {@code cluster} command on real brokers, started and ended as users do it. */
@Tag("cluster")
@Timeout(600)
class ClusterOnBrokersTest {
    private static final String ANNOUNCEMENT = "bootstrap.servers=";

    @TempDir
    Path directory;

    @Test
    void three_brokers_can_be_connected_to_until_an_interrupt_that_leaves_nothing() throws Exception {
        try (BenchProcess bench = BenchProcess.start(directory, List.of("cluster"))) {
            await().atMost(Duration.ofMinutes(5)).until(() -> {
                assertThat(bench.isAlive())
                        .as(() -> "ended early: " + bench.stderr())
                        .isTrue();
                return bench.stderr().contains("Ctrl-C ends them");
            });
            assertThat(bench.stdout()).singleElement().asString().startsWith(ANNOUNCEMENT);
            assertThat(nodes(bench.stdout().get(0).substring(ANNOUNCEMENT.length())))
                    .hasSize(3);
            assertThat(bench.workspaces()).hasSize(1);

            bench.signal("INT");

            assertThat(bench.await()).isEqualTo(130);
            assertThat(bench.stderr()).containsSubsequence("ending the brokers", "the brokers have ended");
            await().atMost(Duration.ofSeconds(30)).until(() -> bench.started().isEmpty());
            assertThat(bench.workspaces()).isEmpty();
        }
    }

    private static List<Node> nodes(String bootstrapServers) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return List.copyOf(admin.describeCluster().nodes().get(60, TimeUnit.SECONDS));
        }
    }
}
