package io.producerbench.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.producerbench.report.drawing.Place;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectrumTest {
    private static final double MILLIS = 1e6;

    /** These are the fewest independent values that bound the percentile on both sides. */
    @ParameterizedTest
    @CsvSource({"1, 36", "2, 368", "3, 3688", "4, 36887"})
    void a_spectrum_reaches_a_percentile_with_just_enough_independent_values(int nines, int fewest) {
        assertThat(Spectrum.end(fewest)).isGreaterThanOrEqualTo(nines);
        assertThat(Spectrum.end(fewest - 1)).isLessThan(nines);
    }

    @Test
    void records_that_share_their_cause_do_not_lengthen_it() {
        Histogram histogram = upTo(100_000);

        List<Place> alone = Spectrum.of(histogram, 100_000, MILLIS);
        List<Place> together = Spectrum.of(histogram, 368, MILLIS);

        assertThat(alone.get(alone.size() - 1).x()).isCloseTo(4.4, within(0.05));
        assertThat(together.get(together.size() - 1).x()).isCloseTo(2, within(1e-9));
    }

    @Test
    void it_shows_the_histogram_s_percentiles_from_the_median_on() {
        List<Place> spectrum = Spectrum.of(upTo(100_000), 100_000, MILLIS);

        assertThat(spectrum.get(0).x()).isCloseTo(Math.log10(2), within(1e-12));
        assertThat(spectrum.get(0).y()).isCloseTo(50, within(0.1));
        assertThat(spectrum.stream().filter(place -> Math.abs(place.x() - 2) < 1e-6))
                .singleElement()
                .satisfies(p99 -> assertThat(p99.y()).isCloseTo(99, within(0.1)));
        assertThat(spectrum.stream().map(Place::y).toList()).isSorted();
    }

    @Test
    void too_few_values_for_a_median_give_nothing() {
        assertThat(Spectrum.of(upTo(10), 2, MILLIS)).isEmpty();
        assertThat(Spectrum.of(upTo(10), 0, MILLIS)).isEmpty();
    }

    /** Values from 1 to 100 ms, evenly. */
    private static Histogram upTo(int count) {
        Histogram histogram = new Histogram(3);
        for (int i = 1; i <= count; i++) {
            histogram.recordValue(Math.round(i * 100 * MILLIS / count));
        }
        return histogram;
    }
}
