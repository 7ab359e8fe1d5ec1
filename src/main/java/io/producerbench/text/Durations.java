package io.producerbench.text;

import java.time.Duration;
import java.util.Locale;

/** Formats durations for people. */
public final class Durations {
    private Durations() {}

    /** Returns a duration, for instance {@code 45 s}, {@code 4 min 05 s}, {@code 1 h 02 min}. */
    public static String text(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
    }
}
