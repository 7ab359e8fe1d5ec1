package io.producerbench.report.picture;

import io.producerbench.report.drawing.Place;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * A latency spectrum: how long the slowest share of records takes, for ever smaller shares. It
 * ends where the data no longer bound a percentile.
 */
final class Spectrum {
    /** A place on the axis is {@code log10 1/(1-p)}: 1 is p90, 2 is p99. It begins at p50. */
    static final double BEGIN = Math.log10(2);

    private static final double STEP = 0.05;

    /**
     * The largest of n independent values bounds a percentile p from above with 97.5 % if
     * {@code p^n} is at most this, so that a two-sided interval of 95 % is finite.
     */
    private static final double MISSED = 0.025;

    private Spectrum() {}

    /**
     * Returns the last place where a percentile has a finite interval.
     *
     * @param independent how many values do not share their cause: requests, not their records
     */
    static double end(double independent) {
        return -Math.log10(1 - Math.pow(MISSED, 1 / independent));
    }

    /**
     * Returns the latencies; empty if there are too few values for a median.
     *
     * @param unit in nanoseconds
     */
    static List<Place> of(Histogram histogram, double independent, double unit) {
        double end = independent > 0 ? end(independent) : 0;
        List<Place> places = new ArrayList<>();
        for (double x = BEGIN; x <= end; x = next(x)) {
            double nanos = histogram.getValueAtPercentile(100 * (1 - Math.pow(10, -x)));
            // A logarithmic axis has no place for 0.
            places.add(new Place(x, Math.max(nanos, 1) / unit));
        }
        return places;
    }

    /** Returns the next place: whole steps, so that all spectra have theirs in common. */
    private static double next(double x) {
        return STEP * Math.floor(x / STEP + 1 + 1e-9);
    }
}
