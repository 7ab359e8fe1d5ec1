package io.producerbench.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A lane never outlives what it gives load for, and neither does its fork. */
@Tag("cluster")
@Timeout(240)
class LaneProcessTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path home;

    private static List<ProcessHandle> forkOf(RunningLane lane) {
        await().atMost(PATIENCE).until(() -> lane.fork().size() == 1);
        return lane.fork();
    }

    private static void assertEnds(RunningLane lane, List<ProcessHandle> fork) {
        await().atMost(PATIENCE).until(() -> !lane.isAlive());
        await().atMost(PATIENCE).until(() -> fork.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void ends_with_its_agent() throws IOException {
        try (RunningLane lane = RunningLane.start(home)) {
            List<ProcessHandle> fork = forkOf(lane);

            lane.endAgent();

            assertEnds(lane, fork);
        }
    }

    @Test
    void ends_when_its_coordinator_does_not_answer_any_more() throws IOException {
        try (RunningLane lane = RunningLane.start(home)) {
            List<ProcessHandle> fork = forkOf(lane);

            lane.endCoordinator();

            assertEnds(lane, fork);
            assertThat(lane.output()).last().asString().contains("error", "does not answer");
        }
    }

    @Test
    void ends_when_its_task_is_not_to_run_any_more() throws IOException {
        try (RunningLane lane = RunningLane.start(home)) {
            List<ProcessHandle> fork = forkOf(lane);

            lane.stopTask();

            assertEnds(lane, fork);
            assertThat(lane.output()).last().asString().contains("error", "DONE");
        }
    }

    @Test
    void does_not_begin_again_when_trogdor_runs_its_task_a_second_time() throws IOException {
        try (RunningLane lane = RunningLane.start(home)) {
            forkOf(lane);
        }
        assertThat(RunningLane.hasRun(home)).isTrue();

        try (RunningLane again = RunningLane.start(home)) {
            await().atMost(PATIENCE).until(() -> !again.isAlive());
            assertThat(again.output()).singleElement().asString().contains("error", "has run here before");
        }
    }
}
