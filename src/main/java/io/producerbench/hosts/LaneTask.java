package io.producerbench.hosts;

import io.producerbench.failure.EnvironmentException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** A lane's view of its coordinator: whether its own task is still to run, and when others begin. */
final class LaneTask {
    private static final long LONGEST_SILENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final RestClient coordinator;
    private final String taskId;
    private long heard = System.nanoTime();

    LaneTask(RestClient coordinator, String taskId) {
        this.coordinator = coordinator;
        this.taskId = taskId;
    }

    /**
     * Asks once.
     *
     * @throws EnvironmentException if the coordinator does not list the task as running, or has not
     *     answered for ten seconds
     */
    void requireRunning() {
        Optional<JsonNode> state;
        try {
            state = coordinator.get("/coordinator/tasks/" + taskId);
        } catch (IOException e) {
            if (System.nanoTime() - heard > LONGEST_SILENCE_NANOS) {
                throw new EnvironmentException("the coordinator " + coordinator.base() + " does not answer", e);
            }
            return;
        }
        heard = System.nanoTime();
        String name = state.map(task -> task.path("state").asString("")).orElse("DELETED");
        if (!name.equals("RUNNING")) {
            throw new EnvironmentException("the coordinator says that the task is " + name);
        }
    }

    /** Returns when the task begins, in milliseconds since 1970; empty while there is no such task. */
    Optional<Long> startOf(String otherTaskId) {
        try {
            return coordinator
                    .get("/coordinator/tasks/" + otherTaskId)
                    .map(task -> task.path("spec").path("startMs").asLong());
        } catch (IOException e) {
            return Optional.empty(); // requireRunning tells if this goes on
        }
    }
}
