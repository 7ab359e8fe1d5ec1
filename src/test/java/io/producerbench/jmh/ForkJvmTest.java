package io.producerbench.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForkJvmTest {
    private static final String UNSAFE = "--sun-misc-unsafe-memory-access=allow";

    @TempDir
    Path directory;

    @Test
    void every_fork_has_the_same_heap_and_collector() {
        assertThat(new ForkJvm("java", "17.0.9").flags(List.of()))
                .containsExactly(
                        "-Xms1g",
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Duser.language=en",
                        "-Duser.country=US",
                        "-XX:+UseG1GC");
    }

    @Test
    void a_collector_of_the_users_takes_the_place_of_ours() {
        assertThat(new ForkJvm("java", "17.0.9").flags(List.of("-XX:+UseZGC"))).noneMatch(flag -> flag.endsWith("GC"));
    }

    @ParameterizedTest
    @CsvSource({
        "-Xmx512m, 512m",
        "-Xms2g, 2g",
        "-XX:MaxHeapSize=256m, 256m",
        "-Xms256m -Xmx512m, 512m",
        "-Dx=-Xmx3g, 1g"
    })
    void a_heap_of_the_users_takes_the_place_of_ours(String userArgs, String size) {
        assertThat(new ForkJvm("java", "17.0.9").flags(List.of(userArgs.split(" "))))
                .startsWith("-Xms" + size, "-Xmx" + size, "--enable-native-access=ALL-UNNAMED");
    }

    @Test
    void a_share_of_the_memory_is_not_overruled_by_a_size() {
        assertThat(new ForkJvm("java", "17.0.9").flags(List.of("-XX:MaxRAMPercentage=25")))
                .noneMatch(flag -> flag.startsWith("-Xm"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-Xmx512m", "-Xms256m -Xmx512m", "-Xms2g", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=25"})
    void a_jvm_that_starts_with_the_users_arguments_is_accepted(String userArgs) {
        ForkJvm.of(Optional.empty()).requireStart(userArgs.isEmpty() ? List.of() : List.of(userArgs.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "-Xfoo, Unrecognized option: -Xfoo",
        "-XX:+NoSuchFlag, Unrecognized VM option 'NoSuchFlag'",
        "-Xmx512k, Too small maximum heap",
        "-XX:+UseSerialGC -XX:+UseParallelGC, Multiple garbage collectors selected",
        "-Xms512m -Xmx256m, Initial heap size set to a larger value than the maximum heap size",
        "-javaagent:absent.jar, Error opening zip file or JAR manifest missing : absent.jar",
        "-agentlib:absent, Could not find agent library absent",
        "Main, Could not find or load main class Main",
        "--help, Usage: java"
    })
    void arguments_with_which_the_jvm_does_not_start_are_refused_in_its_own_words(String userArgs, String words) {
        assertThatThrownBy(() -> ForkJvm.of(Optional.empty()).requireStart(List.of(userArgs.split(" "))))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("-jvmArgs " + userArgs + ": a fork's JVM does not start with these arguments: ")
                .hasMessageContaining(words)
                .hasMessageEndingWith("; correct -jvmArgs, -jvmArgsPrepend or -jvmArgsAppend");
    }

    @Test
    void a_newer_jdk_is_told_to_allow_unsafe_and_an_older_one_does_not_know_the_flag() {
        assertThat(new ForkJvm("java", "25.0.1").flags(List.of())).contains(UNSAFE);
        assertThat(new ForkJvm("java", "23").flags(List.of())).contains(UNSAFE);
        assertThat(new ForkJvm("java", "22.0.2").flags(List.of())).doesNotContain(UNSAFE);
    }

    @Test
    void its_temporary_files_go_where_the_brokers_data_goes() {
        ForkJvm jvm = new ForkJvm("java", "17.0.9");

        assertThat(jvm.directories()).isEmpty();
        assertThat(jvm.in(directory).directories()).containsExactly("-Djava.io.tmpdir=" + directory);
        assertThat(jvm.in(directory).flags(List.of())).isEqualTo(jvm.flags(List.of()));
    }

    @Test
    void an_early_access_build_has_a_feature_number_too() {
        assertThat(new ForkJvm("java", "26-ea").feature()).isEqualTo(26);
    }

    @Test
    void without_jvm_forks_run_on_the_jvm_of_the_suite() {
        ForkJvm ours = ForkJvm.of(Optional.empty());

        assertThat(ours.version()).isEqualTo(System.getProperty("java.version"));
        assertThat(Path.of(ours.executable())).startsWith(Path.of(System.getProperty("java.home")));
    }

    @Test
    void another_jvm_is_asked_for_its_version() throws IOException {
        String other = script("echo '    java.vendor = Somebody'; echo '    java.version = 21.0.5' >&2");

        assertThat(ForkJvm.of(Optional.of(other))).isEqualTo(new ForkJvm(other, "21.0.5"));
    }

    @Test
    void a_jvm_that_is_not_there_is_named() {
        String absent = directory.resolve("absent/java").toString();

        assertThatThrownBy(() -> ForkJvm.of(Optional.of(absent)))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("-jvm " + absent + " cannot be run: ")
                .hasMessageEndingWith("Give the path of a java executable, JDK 17 or newer");
    }

    @Test
    void a_program_that_is_no_jvm_is_named() throws IOException {
        String noJvm = script("echo 'never heard of -XshowSettings'");

        assertThatThrownBy(() -> ForkJvm.of(Optional.of(noJvm)))
                .isInstanceOf(UsageException.class)
                .hasMessage("-jvm " + noJvm
                        + " does not tell its version. Give the path of a java executable, JDK 17 or newer");
    }

    @Test
    void a_jvm_that_is_too_old_is_refused() throws IOException {
        String java8 = script("echo '    java.version = 1.8.0_392'");
        String java11 = script("echo '    java.version = 11.0.21'");

        assertThatThrownBy(() -> ForkJvm.of(Optional.of(java8))).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> ForkJvm.of(Optional.of(java11))).isInstanceOf(UsageException.class);
    }

    private String script(String body) throws IOException {
        Path script = Files.createTempFile(
                directory,
                "java",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return Files.writeString(script, "#!/bin/sh\n" + body + "\n").toString();
    }
}
