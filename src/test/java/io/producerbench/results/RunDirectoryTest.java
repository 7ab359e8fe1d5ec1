package io.producerbench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.environment.GitState;
import io.producerbench.latency.HistogramLine;
import io.producerbench.latency.HistogramLog;
import io.producerbench.latency.Latency;
import io.producerbench.latency.ReplicaChange;
import io.producerbench.latency.ReplicaChange.WhatChanged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
    private static final Instant START = Instant.parse("2026-11-03T04:05:06.789Z");
    private static final String COMMIT = "a31fb7a0123456789abcdef0123456789abcdef0";

    @TempDir
    Path results;

    @Test
    void a_run_id_is_the_utc_time_and_the_short_commit() {
        assertThat(RunDirectory.runId(START, new GitState(COMMIT, false))).isEqualTo("20261103T040506Z-a31fb7a");
    }

    @Test
    void a_run_of_changed_files_says_so_in_its_id() {
        assertThat(RunDirectory.runId(START, new GitState(COMMIT, true))).isEqualTo("20261103T040506Z-a31fb7a-dirty");
    }

    @Test
    void a_run_without_git_says_unknown() {
        assertThat(RunDirectory.runId(START, GitState.UNKNOWN)).isEqualTo("20261103T040506Z-unknown");
    }

    @Test
    void a_run_never_writes_into_the_directory_of_another() {
        RunDirectory.create(results, "run");

        assertThatThrownBy(() -> RunDirectory.create(results, "run"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot create the run directory " + results.resolve("run"));
    }

    @Test
    void a_run_has_the_subdirectories_that_it_asks_for() {
        RunDirectory run = RunDirectory.create(results.resolve("new"), "run", RunDirectory.SCRATCH);

        assertThat(run.path()).isEqualTo(results.resolve("new/run"));
        assertThat(run.path().toFile().list()).containsExactly("scratch");
    }

    @Test
    void what_is_written_as_json_is_read_back_and_leaves_no_other_file() throws IOException {
        RunDirectory run = RunDirectory.create(results, "run");

        RunFile.writeJson(run.plan(), Map.of("seed", 42));
        RunFile.writeJson(run.plan(), Map.of("seed", 43));

        assertThat(RunFile.readJson(run.plan())).isEqualTo(Map.of("seed", 43));
        assertThat(Files.readString(run.plan())).endsWith("}\n");
        assertThat(files(run.path())).containsExactly("plan.json");
    }

    @Test
    void a_file_that_cannot_be_written_whole_is_left_as_it_was() throws IOException {
        RunDirectory run = RunDirectory.create(results, "run");
        RunFile.writeJson(run.plan(), Map.of("seed", 42));
        Files.createDirectory(run.path().resolve("plan.json.tmp"));

        assertThatThrownBy(() -> RunFile.writeJson(run.plan(), Map.of("seed", 43)))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(RunFile.readJson(run.plan())).isEqualTo(Map.of("seed", 42));
    }

    @Test
    void the_histograms_of_a_sample_are_in_a_file_of_its_name() {
        RunDirectory run = RunDirectory.create(results, "run", RunDirectory.HISTOGRAMS);

        Optional<Path> file = run.keepHistograms(
                ASample.atMaxRate(Map.of()).latency(Latency.SERVICE, 700).row(3, 1));

        assertThat(file).contains(run.histogram("block-03-max-rate-acks-all-min-isr-1-100B.hlog"));
        assertThat(HistogramLog.read(file.orElseThrow()).get(Latency.SERVICE).getTotalCount())
                .isEqualTo(1);
    }

    @Test
    void the_log_of_histograms_covers_the_window_and_not_what_came_before_it() throws IOException {
        RunDirectory run = RunDirectory.create(results, "run", RunDirectory.HISTOGRAMS);

        Path file = run.keepHistograms(ASample.atMaxRate(Map.of())
                        .latency(Latency.SERVICE, 700)
                        .row(3, 1))
                .orElseThrow();

        assertThat(Files.readAllLines(file))
                .anyMatch(line -> line.startsWith("#[StartTime: 1795452243.623 (seconds since epoch)"))
                .noneMatch(line -> line.contains("BaseTime"))
                .anyMatch(line -> line.startsWith("Tag=service,1795452243.623,5.000,"));
    }

    @Test
    void the_log_has_what_happened_to_replicas_while_the_window_was_open() throws IOException {
        RunDirectory run = RunDirectory.create(results, "run", RunDirectory.HISTOGRAMS);
        Instant opened = Instant.parse("2026-11-23T16:44:03.623Z");

        Path file = run.keepHistograms(ASample.atMaxRate(Map.of())
                        .latency(Latency.ACK, 700)
                        .replicaChanges(
                                change(WhatChanged.LEADER_CHANGE, opened.minusSeconds(2), opened.minusSeconds(1)),
                                change(WhatChanged.ISR_SHRINK, opened.minusMillis(500), opened.plusMillis(500)),
                                change(WhatChanged.ISR_EXPAND, opened.plusMillis(4_500), opened.plusMillis(5_500)),
                                change(WhatChanged.ISR_SHRINK, opened.plusMillis(5_500), opened.plusMillis(6_500)))
                        .row(3, 1))
                .orElseThrow();

        List<HistogramLine> lines = HistogramLog.lines(file);
        assertThat(lines).extracting(HistogramLine::tag).containsExactly("isr-shrink", "ack", "isr-expand");
        assertThat(lines.get(0).start()).isEqualTo(opened.minusMillis(500));
        assertThat(lines.get(0).histogram().getTotalCount()).isEqualTo(2);
        assertThat(lines.get(0).histogram().getMaxValue() / 1e9).isCloseTo(1, Offset.offset(0.001));
    }

    private static ReplicaChange change(WhatChanged kind, Instant from, Instant to) {
        return new ReplicaChange(kind, from, to, 2);
    }

    @Test
    void a_failed_sample_has_no_histograms_even_where_an_attempt_that_was_cut_off_left_some() throws IOException {
        RunDirectory run = RunDirectory.create(results, "run", RunDirectory.HISTOGRAMS);
        run.keepHistograms(ASample.atMaxRate(Map.of()).row(1, 1));

        Optional<Path> file = run.keepHistograms(
                SampleRow.failed(ASample.RUN, START, ASample.atMaxRate(Map.of()).step(1, 1), "the fork died"));

        assertThat(file).isEmpty();
        assertThat(files(run.path().resolve("histograms"))).isEmpty();
    }

    @Test
    void each_time_that_a_run_goes_on_it_has_a_further_environment_file() throws IOException {
        RunDirectory run = RunDirectory.create(results, "run");

        assertThat(run.nextEnvironment()).isEqualTo(run.environment());
        Files.createFile(run.nextEnvironment());
        assertThat(run.nextEnvironment().getFileName()).hasToString("environment-2.json");
        Files.createFile(run.nextEnvironment());
        assertThat(run.nextEnvironment().getFileName()).hasToString("environment-3.json");
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
