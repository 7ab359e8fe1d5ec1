package io.producerbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.producerbench.cluster.FakeCluster;
import io.producerbench.cluster.NodeUsage;
import io.producerbench.environment.CpuPressure;
import io.producerbench.environment.CpuTimes;
import io.producerbench.latency.JvmUsage;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.results.sample.MachineLoad;
import io.producerbench.watch.HostReadings;
import io.producerbench.watch.HostReadings.HostReading;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * A planted process keeps a processor busy, and its own count of CPU time is the truth. Whatever
 * else this machine does adds to what others used, so only one side is asserted each time.
 */
@Tag("truth")
@Tag("alone")
@EnabledOnOs(OS.LINUX)
class OthersTruthTest {
    /** The clock ticks of a window of seconds blur this share of one processor at most. */
    private static final double BLUR = 0.05;

    private final HostReadings readings = new HostReadings(Long.MAX_VALUE);
    private Process burner;

    @BeforeEach
    void plant() throws IOException {
        burner = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
    }

    @AfterEach
    void remove() {
        burner.destroyForcibly();
    }

    @Test
    void a_planted_load_is_seen_as_the_others_with_all_that_it_used() {
        Seen seen = watch(NodeUsage.ELSEWHERE, NodeUsage.ELSEWHERE);

        assertThat(seen.load.others().orElseThrow()).isGreaterThan(seen.plantedShare - BLUR);
    }

    @Test
    void the_same_load_in_a_process_of_ours_is_taken_off() {
        Seen others = watch(NodeUsage.ELSEWHERE, NodeUsage.ELSEWHERE);
        long before = burnt().toNanos();
        HostReadings again = new HostReadings(Long.MAX_VALUE);
        long start = add(again, ours(before));
        awaitBurnt(Duration.ofNanos(before).plusSeconds(2));
        long after = burnt().toNanos();
        long end = add(again, ours(after));

        MachineLoad load = again.load(List.of(MeasuredWindow.withoutFork(start, end)));

        assertThat(load.busy().orElseThrow() - load.others().orElseThrow())
                .as("of %s, where the others had %s", load, others.load)
                .isGreaterThan(share(after - before, end - start) - BLUR);
    }

    @Test
    void a_process_that_waits_beside_the_sample_is_not_among_the_others() {
        FakeCluster cluster = FakeCluster.ofThree();
        cluster.usage(NodeUsage.ELSEWHERE);
        HostReadings alone = new HostReadings(Long.MAX_VALUE);
        HostReadings beside = new HostReadings(Long.MAX_VALUE);
        Duration before = burnt();
        long aloneFrom = alone.read(cluster, 0);
        long besideFrom = beside.read(cluster, before.toNanos());
        awaitBurnt(before.plusSeconds(2));
        Duration after = burnt();
        MeasuredWindow window = MeasuredWindow.withoutFork(aloneFrom, alone.read(cluster, 0));
        MeasuredWindow same = MeasuredWindow.withoutFork(besideFrom, beside.read(cluster, after.toNanos()));

        double others = alone.load(List.of(window)).others().orElseThrow();
        assertThat(beside.load(List.of(same)).others().orElseThrow())
                .isLessThan(others - share(after.minus(before).toNanos(), window.nanos()) + BLUR);
    }

    private record Seen(MachineLoad load, double plantedShare) {}

    private Seen watch(NodeUsage first, NodeUsage last) {
        Duration before = burnt();
        long start = add(readings, first);
        awaitBurnt(before.plusSeconds(2));
        long end = add(readings, last);
        Duration after = burnt();
        return new Seen(
                readings.load(List.of(MeasuredWindow.withoutFork(start, end))),
                share(after.minus(before).toNanos(), end - start));
    }

    private static double share(long nanos, long length) {
        return (double) nanos / length / Runtime.getRuntime().availableProcessors();
    }

    private static NodeUsage ours(long nanos) {
        return new NodeUsage(OptionalLong.of(nanos), OptionalLong.of(nanos), OptionalLong.empty(), false);
    }

    private static long add(HostReadings to, NodeUsage nodes) {
        HostReading reading = new HostReading(nodes, CpuTimes.read(), CpuPressure.nanos(), JvmUsage.ownCpuNanos());
        long now = System.nanoTime();
        to.add(now, reading);
        return now;
    }

    private void awaitBurnt(Duration cpu) {
        await().atMost(Duration.ofMinutes(2)).until(() -> burnt().compareTo(cpu) > 0);
    }

    private Duration burnt() {
        return burner.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
