package io.producerbench.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RedactedStreamTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void a_secret_is_found_however_it_is_written() throws IOException {
        try (RedactedStream stream = new RedactedStream(out, text -> text.replace("canäry", "[hidden]"))) {
            for (byte b : "a canäry\nand a can".getBytes(UTF_8)) {
                stream.write(b);
                stream.flush();
            }
            assertThat(out.toString(UTF_8)).isEqualTo("a [hidden]\n");
            stream.write("äry, unfinished".getBytes(UTF_8));
        }

        assertThat(out.toString(UTF_8)).isEqualTo("a [hidden]\nand a [hidden], unfinished");
    }
}
