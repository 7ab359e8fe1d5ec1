package io.producerbench.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ForkClassPathTest {
    private static final String PROPERTY = "java.class.path";

    private final String before = System.getProperty(PROPERTY);
    private final ForkClassPath path = new ForkClassPath(Path.of("arm.jar"));

    @Test
    void it_is_the_arms_while_something_is_measured_and_no_longer() {
        assertThat(path.during(() -> System.getProperty(PROPERTY))).isEqualTo("arm.jar");
        assertThat(System.getProperty(PROPERTY)).isEqualTo(before);
    }

    @Test
    void nor_when_the_measuring_fails() {
        assertThatThrownBy(() -> path.during(() -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(System.getProperty(PROPERTY)).isEqualTo(before);
    }
}
