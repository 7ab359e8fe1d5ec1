package io.producerbench.report.page;

import io.producerbench.stats.PairedRatio;
import java.util.Locale;

/** Says how many times as much one thing is as another. */
final class RatioText {
    private RatioText() {}

    /** Returns for instance {@code 0.57 × (0.50–0.62)}; without an interval only the ratio. */
    static String of(PairedRatio ratio) {
        return String.format(Locale.ROOT, "%.2f\u00a0×", ratio.median())
                + ratio.interval()
                        .map(ends -> String.format(Locale.ROOT, " (%.2f–%.2f)", ends.low(), ends.high()))
                        .orElse("");
    }
}
