package io.producerbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.results.RunDirectory;
import io.producerbench.scenario.AScenario;
import io.producerbench.scenario.BlockPlan.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleProfilesTest {
    private static final Step STEP = new Step(1, 3, AScenario.with(Map.of()));

    private final List<String> said = new ArrayList<>();

    @TempDir
    Path directory;

    @Test
    void every_sample_has_a_directory_of_its_own_and_none_is_overwritten() {
        SampleProfiles profiles = profiles(List.of("jfr"));

        String sample = profiles.of(STEP, step -> written(profiles, "first"));
        profiles.of(STEP, step -> written(profiles, "again"));

        assertThat(sample).isEqualTo("first");
        assertThat(directory.resolve("profiles/b1-c03/jfr/profile.jfr")).hasContent("first");
        assertThat(directory.resolve("profiles/b1-c03-2/jfr/profile.jfr")).hasContent("again");
        assertThat(said)
                .containsExactly(
                        "profile: " + directory.resolve("profiles/b1-c03"),
                        "profile: " + directory.resolve("profiles/b1-c03-2"));
    }

    @Test
    void a_profiler_that_left_nothing_is_told() {
        profiles(List.of("jfr")).of(STEP, step -> "");

        assertThat(said)
                .containsExactly("no profile of b1-c03: jfr left no file; " + directory.resolve("scratch/jmh.log")
                        + " may say why");
    }

    @Test
    void without_profilers_there_is_no_directory() {
        SampleProfiles profiles = profiles(List.of());
        profiles.of(STEP, step -> "");

        assertThat(said).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    private SampleProfiles profiles(List<String> profilers) {
        return new SampleProfiles(new RunDirectory(directory), profilers, said::add);
    }

    private static String written(SampleProfiles profiles, String content) {
        try {
            Files.createDirectory(profiles.incoming().resolve("jfr"));
            Files.writeString(profiles.incoming().resolve("jfr/profile.jfr"), content);
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
