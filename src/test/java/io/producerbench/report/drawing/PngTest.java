package io.producerbench.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
    private static final BufferedImage IMAGE = image();

    @Test
    void it_is_three_times_as_large_as_the_drawing() {
        assertThat(IMAGE.getWidth()).isEqualTo(1_560);
        assertThat(IMAGE.getHeight()).isEqualTo(240);
    }

    @Test
    void a_dot_has_its_colour_a_hollow_one_the_paper_s_and_text_leaves_a_trace() {
        assertThat(rgb(90, 90)).isEqualTo(Ink.ORANGE.light());
        assertThat(rgb(180, 90)).isEqualTo(Ink.PAPER.light());
        assertThat(rgb(1_000, 20)).isEqualTo(Ink.PAPER.light());
        assertThat(IntStream.range(1_500, 1_560)
                        .flatMap(x -> IntStream.range(140, 185).map(y -> IMAGE.getRGB(x, y))))
                .anyMatch(colour -> (colour & 0xff) < 0x80);
    }

    private static String rgb(int x, int y) {
        return String.format("#%06x", IMAGE.getRGB(x, y) & 0xffffff);
    }

    private static BufferedImage image() {
        try {
            return ImageIO.read(new ByteArrayInputStream(Png.of(AnyDrawing.with("text"))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
