package io.producerbench.hosts;

import io.producerbench.hosts.LaneStatus.LanePhase;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The driver's view of one host's task. Trogdor itself never says that an agent has died: its task
 * stays as it was. So a task whose status does not change is lost.
 */
final class HostTask {
    /**
     * A lane says something once a second, each of two heartbeats may delay it by a second, and a
     * busy machine by some more.
     */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    /** Until the lane's JVM runs. */
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private static final String COMMAND_SPEC = "org.apache.kafka.trogdor.workload.ExternalCommandSpec";
    private static final int GRACE_MS = 2_000;

    private final LoadHost host;
    private final String id;
    private Optional<LaneStatus> status = Optional.empty();
    private long heardNanos;

    HostTask(LoadHost host, String id) {
        this.host = host;
        this.id = id;
    }

    LoadHost host() {
        return host;
    }

    String id() {
        return id;
    }

    /** @param limit after which Trogdor itself ends the lane */
    void submit(RestClient coordinator, LaneOrder order, Duration limit) throws IOException {
        Map<String, Object> spec = Map.of(
                "class",
                COMMAND_SPEC,
                "startMs",
                System.currentTimeMillis(),
                "durationMs",
                limit.toMillis(),
                "commandNode",
                host.name(),
                "command",
                LoadAgent.COMMAND,
                "shutdownGracePeriodMs",
                GRACE_MS,
                "workload",
                order);
        coordinator.post("/coordinator/task/create", Map.of("id", id, "spec", spec));
        heardNanos = System.nanoTime();
    }

    /**
     * Asks for the task's status.
     *
     * @throws HostFailure if the lane has failed, or is lost
     */
    void look(RestClient coordinator) throws IOException, HostFailure {
        JsonNode task = coordinator
                .get("/coordinator/tasks/" + id)
                .orElseThrow(() -> new HostFailure(host, "the coordinator has forgotten its task"));
        JsonNode said = task.path("status");
        if (said.isObject() && said.has("phase")) {
            LaneStatus now = read(said);
            if (status.isEmpty() || status.get().sequence() != now.sequence()) {
                heardNanos = System.nanoTime();
            }
            status = Optional.of(now);
        }
        if (task.path("state").asString("").equals("DONE") && !isIn(LanePhase.DONE)) {
            throw new HostFailure(
                    host,
                    "its lane ended without a result: " + task.path("error").asString("it gave no reason"));
        }
        Duration silence = status.isEmpty() ? LONGEST_START : LONGEST_SILENCE;
        if (!isIn(LanePhase.DONE) && System.nanoTime() - heardNanos > silence.toNanos()) {
            throw new HostFailure(
                    host,
                    "lost: it has said nothing for " + silence.toSeconds()
                            + " s; its agent, its lane or its link is dead or stopped");
        }
    }

    private LaneStatus read(JsonNode said) throws HostFailure {
        try {
            return JsonMapper.shared().treeToValue(said, LaneStatus.class);
        } catch (JacksonException e) {
            throw new HostFailure(
                    host, "its lane said what this version does not understand: " + e.getOriginalMessage(), e);
        }
    }

    boolean isIn(LanePhase phase) {
        return status.map(LaneStatus::phase).filter(phase::equals).isPresent();
    }

    /** True if the lane is warm, or further than that. */
    boolean isReady() {
        return status.map(LaneStatus::phase)
                .filter(phase -> phase != LanePhase.WARMING)
                .isPresent();
    }

    Optional<HostFacts> facts() {
        return status.map(LaneStatus::facts);
    }

    Optional<LaneResult> result() {
        return status.map(LaneStatus::result);
    }
}
