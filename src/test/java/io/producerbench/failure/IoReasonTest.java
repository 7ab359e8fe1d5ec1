package io.producerbench.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IoReasonTest {
    @TempDir
    Path directory;

    @Test
    void what_java_says_by_the_name_of_a_class_is_said_in_words() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "abc");
        Path full = Files.createDirectories(directory.resolve("full/of")).getParent();
        Path binary = Files.write(directory.resolve("binary"), new byte[] {(byte) 0xff});

        assertThat(reason(() -> Files.readString(directory.resolve("none"))))
                .isEqualTo("there is no such file or directory");
        assertThat(reason(() -> Files.createDirectory(file))).isEqualTo("it exists already");
        assertThat(reason(() -> Files.list(file).close())).isEqualTo("it is no directory");
        assertThat(reason(() -> Files.delete(full))).isEqualTo("it is not empty");
        assertThat(reason(() -> Files.readString(directory))).isEqualTo("Is a directory");
        assertThat(reason(() -> Files.readString(file.resolve("in")))).isEqualTo("Not a directory");
        assertThat(reason(() -> Files.readString(binary))).isEqualTo("it is no text in UTF-8");
        assertThat(reason(() -> new FileInputStream("/no (such) file").close())).isEqualTo("No such file or directory");
    }

    /** Made by hand, because root may do everything. */
    @Test
    void a_missing_permission_is_said_in_words() {
        assertThat(IoReason.of(new AccessDeniedException("/r/run"))).isEqualTo("permission denied");
    }

    @Test
    void a_message_of_ours_gets_the_reason() {
        IOException full = new IOException("No space left on device");

        assertThat(IoReason.message(new UncheckedIOException("cannot write /r/samples.csv", full)))
                .isEqualTo("cannot write /r/samples.csv: No space left on device");
        assertThat(IoReason.message(new EnvironmentException("cannot make room", full)))
                .isEqualTo("cannot make room: No space left on device");
    }

    @Test
    void a_message_of_ours_gets_the_file_only_if_it_does_not_name_it() {
        FileSystemException readOnly = new FileSystemException("/r/run", null, "Read-only file system");

        assertThat(IoReason.message(new UncheckedIOException("cannot create /r/run", readOnly)))
                .isEqualTo("cannot create /r/run: Read-only file system");
        assertThat(IoReason.message(new UncheckedIOException("cannot create the run", readOnly)))
                .isEqualTo("cannot create the run: /r/run: Read-only file system");
    }

    @Test
    void a_message_that_is_only_java_s_becomes_file_and_reason() {
        IOException missing = reasonOf(() -> Files.readString(Path.of("/nope")));

        assertThat(IoReason.message(new UncheckedIOException(missing)))
                .isEqualTo("/nope: there is no such file or directory");
    }

    @Test
    void a_message_that_has_its_reason_stays_as_it_is() {
        assertThat(IoReason.message(new EnvironmentException("no brokers"))).isEqualTo("no brokers");
        assertThat(IoReason.message(new EnvironmentException("it is full: No space", new IOException("No space"))))
                .isEqualTo("it is full: No space");
        assertThat(IoReason.message(new EnvironmentException("it ended\nits last line", new IOException("closed"))))
                .isEqualTo("it ended\nits last line");
    }

    private static String reason(ThrowingCallable action) {
        return IoReason.of(reasonOf(action));
    }

    private static IOException reasonOf(ThrowingCallable action) {
        return catchThrowableOfType(IOException.class, action);
    }
}
