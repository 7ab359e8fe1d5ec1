package io.producerbench.cluster.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.environment.WorkDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AutopsyTest {
    private static final String DEATH = "broker-2 exited with code 1; its log says: ";

    @TempDir
    Path directory;

    @Test
    void a_full_disk_is_named_with_what_is_free_there_and_the_cure() {
        WorkDirectory disk = new WorkDirectory(directory);

        assertThat(autopsy(disk).of(DEATH + "java.io.IOException: No space left on device"))
                .startsWith(DEATH)
                .contains("; no space is left in " + directory + " (")
                .contains(" free): give --work-dir a directory on a larger disk")
                .doesNotContain("\n");
    }

    @Test
    void another_death_does_not_blame_the_disk() {
        assertThat(autopsy(new WorkDirectory(directory)).of(DEATH + "no such heap"))
                .startsWith(DEATH + "no such heap; all logs are in ");
    }

    /** Nothing is free in a file system of the kernel's. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_full_disk_is_named_even_if_the_log_had_no_space_to_say_so() {
        Autopsy autopsy = autopsy(new WorkDirectory(Path.of("/proc")));

        assertThat(autopsy.of(DEATH + "INFO all is well")).contains("no space is left in /proc (proc, 0 MB free)");
        assertThat(autopsy.diskProblem())
                .hasValueSatisfying(problem -> assertThat(problem)
                        .startsWith("the brokers' disk is almost full, with less than 512 MB free in /proc (proc, 0"));
    }

    @Test
    void the_logs_are_kept_once_and_named() throws IOException {
        Autopsy autopsy = autopsy(new WorkDirectory(directory));
        Path kept = directory.resolve("kept");

        assertThat(autopsy.of(DEATH)).endsWith("; all logs are in " + kept);
        Files.writeString(workspace().log("broker-2"), "later");

        assertThat(autopsy.of(DEATH)).endsWith("; all logs are in " + kept);
        assertThat(kept.resolve("broker-2.log")).hasContent("first");
    }

    private Autopsy autopsy(WorkDirectory disk) {
        try {
            Files.createDirectories(workspace().logs());
            Files.writeString(workspace().log("broker-2"), "first");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new Autopsy(workspace(), disk, Optional.of(directory.resolve("kept")));
    }

    private Workspace workspace() {
        return new Workspace(directory.resolve("producer-bench-1"));
    }
}
