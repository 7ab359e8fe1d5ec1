package io.producerbench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerThreadsTest {
    private static final long PID = 42;

    @TempDir
    Path proc;

    @Test
    void adds_up_the_compilers_and_nothing_else() throws IOException {
        thread(42, "java", 9_000);
        thread(50, "C2 CompilerThre", 100);
        thread(51, "C1 CompilerThre", 20);
        thread(52, "GC Thread#0", 7_000);

        assertThat(threads().nanos()).hasValue(120);
    }

    @Test
    void a_compiler_that_ended_keeps_what_it_had_used() throws IOException {
        thread(50, "C2 CompilerThre", 100);
        thread(51, "C2 CompilerThre", 300);
        CompilerThreads threads = threads();
        assertThat(threads.nanos()).hasValue(400);

        remove(51);
        thread(50, "C2 CompilerThre", 150);

        assertThat(threads.nanos()).hasValue(450);
    }

    @Test
    void a_compiler_that_starts_later_counts_from_then_on() throws IOException {
        thread(50, "C2 CompilerThre", 100);
        CompilerThreads threads = threads();
        threads.nanos();

        thread(60, "C2 CompilerThre", 30);

        assertThat(threads.nanos()).hasValue(130);
    }

    @Test
    void is_empty_where_there_is_no_such_process() {
        assertThat(threads().nanos()).isEmpty();
    }

    private CompilerThreads threads() {
        return new CompilerThreads(proc, PID);
    }

    private Path directory(long thread) {
        return proc.resolve(PID + "/task/" + thread);
    }

    private void thread(long id, String name, long cpuNanos) throws IOException {
        Files.createDirectories(directory(id));
        Files.writeString(directory(id).resolve("stat"), id + " (" + name + ") S 1 2 3\n");
        Files.writeString(directory(id).resolve("schedstat"), cpuNanos + " 5 6\n");
    }

    private void remove(long id) throws IOException {
        Files.delete(directory(id).resolve("stat"));
        Files.delete(directory(id).resolve("schedstat"));
        Files.delete(directory(id));
    }
}
