package io.producerbench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    private static final Map<String, String> VALUES =
            Map.of("topic", "a = b: ü", "seed", "-7", "share", "0.25", "client.a", "1", "client.b.c", "2");

    @TempDir
    Path directory;

    private Path file;
    private SettingsFile settings;

    @BeforeEach
    void write() {
        file = directory.resolve("settings.properties");
        SettingsFile.write(file, VALUES);
        settings = SettingsFile.read(file);
    }

    @Test
    void is_read_as_it_was_written() {
        assertThat(settings.values()).isEqualTo(VALUES);
        assertThat(settings.text("topic")).isEqualTo("a = b: ü");
        assertThat(settings.number("seed")).isEqualTo(-7);
        assertThat(settings.decimal("share")).isEqualTo(0.25);
    }

    @Test
    void replaces_what_was_written_before() {
        SettingsFile.write(file, Map.of("only", "1"));

        assertThat(SettingsFile.read(file).values()).containsOnlyKeys("only");
    }

    @Test
    void gives_the_values_below_a_prefix() {
        assertThat(settings.below("client.")).isEqualTo(Map.of("a", "1", "b.c", "2"));
        assertThat(settings.below("none.")).isEmpty();
    }

    @Test
    void an_error_names_the_key_the_file_what_was_expected_and_what_it_got() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.number("share"))
                .withMessageContainingAll("share", file.toString(), "expected a whole number", "got '0.25'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.decimal("topic"))
                .withMessageContainingAll("topic", file.toString(), "expected a number", "got 'a = b");
    }

    @Test
    void a_missing_value_is_an_error_that_shows_no_values() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.text("absent"))
                .withMessageContainingAll("absent", file.toString(), "client.a, client.b.c, seed, share, topic")
                .withMessageNotContaining("0.25");
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> SettingsFile.read(directory.resolve("absent")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("absent");
    }
}
