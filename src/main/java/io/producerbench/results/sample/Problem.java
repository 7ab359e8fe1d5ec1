package io.producerbench.results.sample;

import java.util.Locale;

/** One reason why a sample does not count, in a short clause. */
public record Problem(Cause cause, String text) {
    static Problem of(Cause cause, String format, Object... arguments) {
        return new Problem(cause, String.format(Locale.ROOT, format, arguments));
    }
}
