package io.producerbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;

@Timeout(120)
class LifelineTest {
    private final CountDownLatch ended = new CountDownLatch(1);

    @Test
    void the_end_of_the_input_ends_the_fork_and_words_on_it_do_not() throws Exception {
        PipedInputStream input = new PipedInputStream();
        try (PipedOutputStream parent = new PipedOutputStream(input)) {
            Lifeline.over(input, ended::countDown);
            parent.write("is there anybody?\n".getBytes(StandardCharsets.US_ASCII));
            parent.flush();
            assertThat(ended.getCount()).isOne();
        }
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_broken_input_ends_the_fork_too() throws Exception {
        InputStream broken = InputStream.nullInputStream();
        broken.close();

        Lifeline.over(broken, ended::countDown);

        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void jmh_ties_the_fork_to_its_parent_before_the_first_producer() throws NoSuchMethodException {
        Method first = ProducerState.class.getMethod("endWithParent");

        assertThat(first.getAnnotation(Setup.class).value()).isEqualTo(Level.Trial);
        // JMH calls methods of one level in the order of their names.
        assertThat(Arrays.stream(ProducerState.class.getMethods())
                        .filter(method -> method.isAnnotationPresent(Setup.class))
                        .map(Method::getName)
                        .sorted())
                .startsWith("endWithParent");
    }
}
