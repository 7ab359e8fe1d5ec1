package io.producerbench.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.failure.UsageException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import org.openjdk.jmh.runner.options.TimeValue;

class FileProfilersTest {
    private static final Path HERE = Path.of("/run/profiles");

    @Test
    void recorders_write_where_they_are_told_with_the_options_of_the_user() {
        assertThat(profilers("jfr")).containsExactly(shortNamed("jfr;dir=/run/profiles"));
        assertThat(profilers("async:event=alloc")).containsExactly(shortNamed("async;dir=/run/profiles;event=alloc"));
    }

    @Test
    void what_perfasm_saves_has_a_place_too() {
        assertThat(profilers("perfasm:savePerf=true"))
                .containsExactly(new ProfilerConfig(
                        "perfasm",
                        "savePerf=true;savePerfToFile=/run/profiles/perf.txt;savePerfBinToFile=/run/profiles/perf.bin"
                                + ";saveLogToFile=/run/profiles/hotspot.log"));
    }

    @Test
    void profilers_without_files_stay_as_they_are() {
        assertThat(profilers("gc")).containsExactly(new ProfilerConfig("gc", ""));
        assertThat(profilers("perfasm")).containsExactly(new ProfilerConfig("perfasm", ""));
        assertThat(JmhArguments.parse(List.of("-prof", "gc", "-prof", "stack", "-prof", "jfr"))
                        .fileProfilers())
                .containsExactly("jfr");
    }

    @ParameterizedTest
    @CsvSource({
        "jfr:dir=/x, dir=/x",
        "async:event=cpu;dir=/x, dir=/x",
        "perfasm:saveLog=true;saveLogTo=/x, saveLogTo=/x",
    })
    void a_place_of_the_users_is_refused(String profiler, String place) {
        assertThatThrownBy(() -> FileProfilers.requireNoPlace(config(profiler)))
                .isInstanceOf(UsageException.class)
                .hasMessage("-prof " + profiler + ": expected no '" + place
                        + "'; leave it out, because every sample has a directory of its own in profiles/ of the run");
    }

    @Test
    void the_name_that_jmh_derives_is_that_of_the_profiler_and_not_of_all_parameters() throws ProfilerException {
        WorkloadParams parameters = new WorkloadParams();
        for (int i = 0; i < 20; i++) {
            parameters.put("aParameterOfMany" + i, "value", i);
        }
        BenchmarkParams benchmark = benchmark(parameters);

        assertThat(benchmark.id()).hasSizeGreaterThan(255);
        assertThat(new ShortNamedProfiler("jfr;dir=/run/profiles")
                        .named(benchmark)
                        .id())
                .isEqualTo("jfr-Throughput");
    }

    private static BenchmarkParams benchmark(WorkloadParams parameters) {
        TimeValue second = TimeValue.seconds(1);
        IterationParams warmup = new IterationParams(IterationType.WARMUP, 1, second, 1);
        IterationParams measurement = new IterationParams(IterationType.MEASUREMENT, 1, second, 1);
        return new BenchmarkParams(
                "io.producerbench.benchmarks.MaxRate.send",
                "",
                true,
                1,
                new int[] {1},
                List.of(),
                1,
                0,
                warmup,
                measurement,
                Mode.Throughput,
                parameters,
                java.util.concurrent.TimeUnit.SECONDS,
                1,
                "java",
                List.of(),
                "17",
                "",
                "",
                "1.37",
                second);
    }

    private static List<ProfilerConfig> profilers(String argument) {
        return List.of(FileProfilers.into(HERE, config(argument)));
    }

    /** Not by JMH's parser, because not every machine has every profiler. */
    private static ProfilerConfig config(String argument) {
        String[] parts = argument.split(":", 2);
        return new ProfilerConfig(parts[0], parts.length == 1 ? "" : parts[1]);
    }

    private static ProfilerConfig shortNamed(String options) {
        return new ProfilerConfig("io.producerbench.jmh.ShortNamedProfiler", options);
    }
}
