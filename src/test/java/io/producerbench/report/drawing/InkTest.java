package io.producerbench.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InkTest {
    /** WCAG 2.2 asks for 3 where a shape must be seen and for 4.5 where text must be read. */
    @Test
    void every_colour_stands_out_from_the_paper_by_day_and_by_night() {
        assertThat(Stream.of(Ink.values()).filter(ink -> ink != Ink.PAPER && ink != Ink.GRID))
                .allSatisfy(ink -> {
                    double least = ink == Ink.TEXT || ink == Ink.MUTED || ink == Ink.RED ? 4.5 : 3;
                    assertThat(contrast(ink.light(), Ink.PAPER.light()))
                            .as(ink + " by day")
                            .isGreaterThanOrEqualTo(least);
                    assertThat(contrast(ink.dark(), Ink.PAPER.dark()))
                            .as(ink + " by night")
                            .isGreaterThanOrEqualTo(least);
                });
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        double[] linear = DoubleStream.of(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255)
                .map(part -> part / 255)
                .map(part -> part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
                .toArray();
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }
}
