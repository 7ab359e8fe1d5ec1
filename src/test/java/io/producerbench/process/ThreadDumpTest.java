package io.producerbench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadDumpTest {
    @TempDir
    Path directory;

    @Test
    void the_threads_of_this_jvm_are_written_with_their_frames() throws IOException {
        Path file = directory.resolve("threads.txt");

        ThreadDump.ofThisJvm(file);

        assertThat(file).content().contains("    at ", ThreadDumpTest.class.getName());
    }

    @Test
    void the_threads_of_another_jvm_are_written_by_the_jdks_tool() throws IOException {
        Path file = directory.resolve("threads.txt");

        ThreadDump.of(ProcessHandle.current(), file);

        assertThat(file).content().contains("\"Finalizer\"", ThreadDumpTest.class.getName());
    }
}
