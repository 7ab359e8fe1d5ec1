package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Interrupts runs at random moments of every phase, by every signal. Nothing of a run outlives it,
 * and a directory is left only if something was measured. {@code -Dinterrupts=60} does it often.
 */
@Tag("cluster")
@Tag("nightly")
@Timeout(7200)
class InterruptsOnBrokersTest {
    private static final int ROUNDS = Integer.getInteger("interrupts", 3);
    private static final long SEED = Long.getLong("interrupts.seed", System.nanoTime());
    private static final Map<String, Integer> EXIT_CODES = Map.of("INT", 130, "TERM", 143, "KILL", 137);
    private static final List<String> SIGNALS = List.of("INT", "TERM", "KILL");

    /** Generous, because a busy host is slow; what it really took is printed. */
    private static final Duration GONE = Duration.ofSeconds(60);

    private final Random random = new Random(SEED);

    @TempDir
    Path directory;

    /** How a run shows that it has reached a phase. */
    private enum Phase {
        JVM(bench -> true),
        START(bench -> said(bench, "run ")),
        BROKERS(bench -> runs(bench, "kafka.Kafka")),
        WARM_UP(bench -> said(bench, "warming ")),
        SAMPLE(bench -> runs(bench, "ForkedMain")),
        BETWEEN(bench -> said(bench, "block 1/")),
        TEARDOWN(bench -> said(bench, "block 2/"));

        private final Predicate<BenchProcess> reached;

        Phase(Predicate<BenchProcess> reached) {
            this.reached = reached;
        }

        private static boolean said(BenchProcess bench, String start) {
            return bench.stderr().stream().anyMatch(line -> line.startsWith(start));
        }

        private static boolean runs(BenchProcess bench, String name) {
            return bench.started().stream()
                    .anyMatch(process -> process.info().commandLine().orElse("").contains(name));
        }
    }

    @Test
    void an_interrupt_at_any_moment_leaves_nothing_behind() throws Exception {
        List<String> faults = new ArrayList<>();
        List<Phase> phases = new ArrayList<>(List.of(Phase.values()));
        Collections.shuffle(phases, random);
        for (int round = 0; round < ROUNDS; round++) {
            Phase phase = phases.get(round % phases.size());
            String signal = SIGNALS.get(random.nextInt(SIGNALS.size()));
            faults.addAll(interrupt(round, phase, signal));
        }
        assertThat(faults).as("seed " + SEED).isEmpty();
    }

    private List<String> interrupt(int round, Phase phase, String signal) throws Exception {
        Path own = directory.resolve("round-" + round);
        Path results = own.resolve("results");
        boolean paused = phase.compareTo(Phase.WARM_UP) >= 0 && random.nextInt(4) == 0;
        List<String> arguments = ShortSweep.ofOneCell("-f", "2", "--results", results.toString());
        try (BenchProcess bench = BenchProcess.start(own, arguments)) {
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> !bench.isAlive() || phase.reached.test(bench));
            // The moment itself is what is tried, so there is nothing else to wait for.
            long moment = System.nanoTime() + random.nextInt(1500) * 1_000_000L;
            await().pollInterval(Duration.ofMillis(5)).until(() -> System.nanoTime() >= moment);
            if (paused) {
                pauseBroker(bench);
            }
            boolean alive = bench.isAlive();
            long signalled = System.nanoTime();
            bench.signal(signal);
            boolean gone = isGone(bench);
            double seconds = (System.nanoTime() - signalled) / 1e9;
            String line = String.format(
                    "%3d %-8s %-4s %s %5.2f s%s",
                    round, phase, signal, paused ? "paused" : "      ", seconds, alive ? "" : " (had ended)");
            System.out.println(line);
            return alive ? faults(line, bench, gone, signal, results) : List.of();
        }
    }

    private static boolean isGone(BenchProcess bench) throws IOException {
        long start = System.nanoTime();
        while (bench.isAlive()
                || !bench.started().isEmpty()
                || !bench.workspaces().isEmpty()) {
            if (System.nanoTime() - start > GONE.toNanos()) {
                return false;
            }
        }
        return true;
    }

    private static List<String> faults(String line, BenchProcess bench, boolean gone, String signal, Path results)
            throws Exception {
        List<String> faults = new ArrayList<>();
        if (!gone) {
            faults.add(line + ": left: " + bench.started() + bench.workspaces() + " alive " + bench.isAlive());
            return faults;
        }
        int code = bench.await();
        // A run may reach its end in the moment between the look and the signal.
        boolean ended = bench.stdout().stream().anyMatch(text -> text.startsWith("mode "));
        if (code != EXIT_CODES.get(signal) && !ended) {
            faults.add(line + ": exit code " + code + ": " + bench.stderr());
        }
        boolean obeyed = !signal.equals("KILL") && code == EXIT_CODES.get(signal);
        if (obeyed && results.toFile().isDirectory()) {
            faults.addAll(faultsOf(line, bench, results));
        }
        return faults;
    }

    private static List<String> faultsOf(String line, BenchProcess bench, Path results) throws IOException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> runs = Files.list(results)) {
            for (Path run : runs.toList()) {
                boolean measured = Files.exists(run.resolve("samples.csv"));
                boolean named = bench.stdout().contains("results: " + run);
                boolean goesOn = bench.stderr().stream().anyMatch(text -> text.endsWith("--resume " + run));
                boolean complete = Files.exists(run.resolve("summary.csv"));
                if (!measured || !named || !(goesOn || complete)) {
                    faults.add(line + ": " + run + " measured " + measured + ", named " + named + ", goes on " + goesOn
                            + ": " + bench.stderr());
                }
            }
        }
        if (bench.stderr().stream().noneMatch(text -> text.startsWith("run-bench: stopped while "))) {
            faults.add(line + ": no word of the stop: " + bench.stderr());
        }
        return faults;
    }

    private static void pauseBroker(BenchProcess bench) throws IOException, InterruptedException {
        List<ProcessHandle> brokers = bench.started().stream()
                .filter(process -> process.info().commandLine().orElse("").contains("kafka.Kafka"))
                .toList();
        if (!brokers.isEmpty()) {
            new ProcessBuilder("kill", "-STOP", Long.toString(brokers.get(0).pid()))
                    .start()
                    .waitFor();
        }
    }
}
