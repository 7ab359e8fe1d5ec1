package io.producerbench.results.sample;

import io.producerbench.latency.VisibilityCounts;
import io.producerbench.latency.VisibilityCounts.SeenCounts;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks that both consumers of a sample saw every record that they had to see, once, and none that
 * they may not see. Pure.
 */
public final class VisibilityCheck {
    private final VisibilityCounts counts;
    private final List<Problem> problems = new ArrayList<>();

    private VisibilityCheck(VisibilityCounts counts) {
        this.counts = counts;
    }

    /** Returns the problems of the sample, each in a short clause; empty if there are none. */
    public static List<Problem> problems(VisibilityCounts counts) {
        VisibilityCheck check = new VisibilityCheck(counts);
        check.recording();
        check.reader("read_uncommitted", counts.uncommitted());
        check.reader("read_committed", counts.committed());
        return List.copyOf(check.problems);
    }

    private void recording() {
        if (counts.measured() == 0) {
            add(Cause.FINDING, "no record that was due in the window had to be seen");
        }
        if (counts.untracked() > 0) {
            add(
                    Cause.DISTURBANCE,
                    "%d of %d records were sent so late that there was no room left for their times",
                    counts.untracked(),
                    counts.sent() + counts.untracked());
        }
        if (counts.outOfRange() > 0) {
            add(Cause.FINDING, "%d times until a record was seen were negative or too long", counts.outOfRange());
        }
    }

    private void reader(String isolation, SeenCounts reader) {
        if (reader.lag() > 0) {
            add(
                    Cause.DISTURBANCE,
                    "the %s consumer was still %d offsets behind the ends of the log, and %d of %d records were missing",
                    isolation,
                    reader.lag(),
                    reader.missing(),
                    reader.expected());
        } else if (reader.missing() > 0) {
            add(
                    Cause.FINDING,
                    "the %s consumer did not see %d of %d records",
                    isolation,
                    reader.missing(),
                    reader.expected());
        }
        if (reader.doubled() > 0) {
            add(Cause.FINDING, "the %s consumer saw %d records again", isolation, reader.doubled());
        }
        if (reader.strays() > 0) {
            add(Cause.FINDING, "the %s consumer saw %d records from before the window", isolation, reader.strays());
        }
        if (reader.aborted() > 0) {
            add(Cause.FINDING, "the %s consumer saw %d records of aborted transactions", isolation, reader.aborted());
        }
    }

    private void add(Cause cause, String format, Object... arguments) {
        problems.add(Problem.of(cause, format, arguments));
    }
}
