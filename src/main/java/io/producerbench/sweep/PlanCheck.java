package io.producerbench.sweep;

import io.producerbench.failure.UsageException;
import io.producerbench.scenario.Pacing.OpenLoop;
import io.producerbench.scenario.Scenario;
import io.producerbench.text.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Refuses a plan that nothing can come of: too many samples, or windows in which no record is due. */
public final class PlanCheck {
    /** About a week of the shortest samples. */
    static final int MOST_SAMPLES = 100_000;

    private PlanCheck() {}

    /** @throws UsageException naming the option to change */
    public static void require(List<Scenario> scenarios, Effort effort) {
        requireFew(effort.blocks(), scenarios, effort);
        long window = effort.iterations().measurementTime().convertTo(TimeUnit.MILLISECONDS);
        for (Scenario scenario : scenarios) {
            if (scenario.pacing() instanceof OpenLoop open
                    && open.recordsPerSecond() * window
                            < 1000L * scenario.workload().producers()) {
                throw new UsageException("-p rate=" + open.recordsPerSecond() + ": in a window of "
                        + effort.iterations().measurementTime() + " not every one of "
                        + scenario.workload().producers() + " producers has a record due; give a higher rate, a longer"
                        + " -r or fewer producers");
            }
        }
    }

    /** @throws UsageException if so many blocks are more samples than can be taken */
    public static void requireFew(int blocks, List<Scenario> scenarios, Effort effort) {
        long samples = (long) blocks * scenarios.size();
        if (samples > MOST_SAMPLES) {
            Duration each = scenarios.stream()
                    .map(effort::perSample)
                    .reduce(Duration.ZERO, Duration::plus)
                    .dividedBy(scenarios.size());
            throw new UsageException(String.format(
                    Locale.ROOT,
                    "-f %d: %d blocks x %d cells = %d samples take about %s; a run has at most %d, so give -f %d or less",
                    blocks,
                    blocks,
                    scenarios.size(),
                    samples,
                    Durations.text(each.multipliedBy(samples)),
                    MOST_SAMPLES,
                    MOST_SAMPLES / scenarios.size()));
        }
    }
}
