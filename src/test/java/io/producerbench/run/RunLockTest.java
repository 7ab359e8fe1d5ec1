package io.producerbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.failure.EnvironmentException;
import io.producerbench.process.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
    private static final RunHolder WE = RunHolder.thisProcess("sweep -f 6");

    @TempDir
    Path directory;

    @Test
    void what_this_program_holds_it_cannot_take_again() {
        try (RunLock held = RunLock.take(file(), WE).orElseThrow()) {
            assertThat(RunLock.take(file(), WE)).isEmpty();
            assertThat(RunLock.take(directory.resolve("./run.lock"), WE)).isEmpty();
            assertThat(held).isNotNull();
        }
        RunLock.take(file(), WE).orElseThrow().close();
    }

    @Test
    void the_file_says_who_holds_it_and_in_which_directory() throws IOException {
        try (RunLock held = RunLock.take(file(), WE).orElseThrow()) {
            held.tell(WE.in(directory));

            assertThat(RunLock.holder(file()))
                    .isEqualTo(
                            "process " + ProcessHandle.current().pid() + " (run-bench.sh sweep -f 6) in " + directory);
        }
        assertThat(file())
                .content()
                .startsWith("process " + ProcessHandle.current().pid());
    }

    @Test
    void a_shorter_holder_leaves_nothing_of_a_longer_one() {
        try (RunLock held = RunLock.take(file(), WE.in(directory)).orElseThrow()) {
            held.tell(WE);
        }
        assertThat(file()).hasContent(WE.line());
    }

    @Test
    void a_command_with_a_line_break_is_one_line() {
        assertThat(new RunHolder(7, "sweep -p a=\n\u001b[2J", Optional.empty()).line())
                .isEqualTo("process 7 (run-bench.sh sweep -p a=??[2J)");
    }

    @Test
    void any_user_can_take_it_next() throws IOException {
        RunLock.take(file(), WE).orElseThrow().close();

        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-rw-rw-"));
    }

    @Test
    void a_link_is_not_followed_and_what_it_names_not_overwritten() throws IOException {
        Path precious = Files.writeString(directory.resolve("precious"), "abc");
        Files.createSymbolicLink(file(), precious);

        assertThatThrownBy(() -> RunLock.take(file(), WE))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageStartingWith("cannot lock " + file());
        assertThat(precious).hasContent("abc");
    }

    @Test
    void another_process_holds_it_until_it_dies_however_it_dies() throws IOException {
        Path taken = directory.resolve("taken");
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                place(RunLock.class) + File.pathSeparator + place(LockHolder.class),
                LockHolder.class.getName(),
                file().toString(),
                taken.toString());
        try (ChildJvm other = ChildJvm.start("lock-holder", command, directory.resolve("log"))) {
            other.awaitFile(taken, Duration.ofMinutes(1));

            assertThat(RunLock.take(file(), WE)).isEmpty();
            assertThat(RunLock.holder(file()))
                    .isEqualTo("process " + other.process().pid() + " (run-bench.sh duet a b)");
        }
        RunLock.take(file(), WE).orElseThrow().close();
    }

    private static Path place(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private Path file() {
        return directory.resolve("run.lock");
    }
}
