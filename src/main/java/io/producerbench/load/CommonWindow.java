package io.producerbench.load;

import io.producerbench.scenario.Feasibility;
import io.producerbench.scenario.Scenario;
import java.time.Duration;
import java.util.Locale;

/**
 * The moments of one window that all load hosts keep to. Each is computed from the common start, so
 * that no host's window drifts from those of the others. Pure.
 *
 * <p>All hosts send from {@link #begins} to {@link #rests}. So whatever a host measures or reads of
 * the log from {@link #reads} to {@link #rests}, it does while all of them give load. A host that
 * opens or closes its window late measures nothing wrong as long as it is done by then.
 *
 * @param begins when records begin to flow, on the clock of {@link System#nanoTime}, like the rest
 * @param reads from when on the log end is read, for the first time; the pipeline is full by then
 * @param opens when the window opens
 * @param closes when it closes
 * @param rests until when records flow
 */
public record CommonWindow(long begins, long reads, long opens, long closes, long rests) {
    /** How long a window may stay open because records are overdue at its end. */
    public static final long LONGEST_SETTLING_NANOS = 500_000_000;

    private static final long LEAD_IN_NANOS = 1_000_000_000;
    private static final long READING_NANOS = 1_000_000_000;

    /**
     * How much longer a window is than an iteration. JMH's own time is within the window's, and ends
     * an invocation later than its iteration.
     */
    public static final long LONGER_NANOS = 100_000_000;

    /** Long enough for a host that a busy machine has held up for a second. */
    private static final long TAIL_NANOS = 2_000_000_000;

    /** For the drain and for what JMH does between two iterations. */
    private static final long REST_NANOS = 1_000_000_000;

    /** The rest of the lead-in is left to fill the pipeline. */
    private static final long LATEST_BEGIN_NANOS = LEAD_IN_NANOS * 3 / 4;

    /** The parts of time that one window of a sample takes. */
    private record Lengths(long reading, long window, long tail) {
        long all() {
            return LEAD_IN_NANOS + reading + window + tail + REST_NANOS;
        }
    }

    /**
     * Returns the window with this number.
     *
     * @param startNanos the common start
     * @param iterationNanos how long JMH measures
     * @param number from 0
     */
    public static CommonWindow of(long startNanos, long iterationNanos, int number, long fillingNanos) {
        Lengths lengths =
                new Lengths(READING_NANOS + fillingNanos, iterationNanos + LONGER_NANOS, TAIL_NANOS + 2 * fillingNanos);
        long begins = startNanos + number * lengths.all();
        long reads = begins + LEAD_IN_NANOS;
        long opens = reads + lengths.reading();
        long closes = opens + lengths.window();
        return new CommonWindow(begins, reads, opens, closes, closes + lengths.tail());
    }

    /** Returns the time until the last of so many windows has ended, from the common start on. */
    public static Duration all(int windows, long iterationNanos, long fillingNanos) {
        return Duration.ofNanos(of(0, iterationNanos, windows, fillingNanos).begins());
    }

    /**
     * Returns how long a transaction takes to fill at most. The log end is read between two of them.
     *
     * @param hosts each of which has its share of the rate
     */
    public static long fillingNanos(Scenario scenario, int hosts) {
        return scenario.guarantee().transactional()
                ? Math.round(1e9 * hosts * Feasibility.fillingSeconds(scenario))
                : 0;
    }

    /** Waits until records are to flow, or not at all if it is past. */
    public void awaitBegin() {
        Pacer.awaitDue(begins);
    }

    /**
     * Returns until when the log end, read once the window has closed, may be asked for once more.
     * Half of the tail is left for the answer.
     */
    public long asksUntil() {
        return closes + (rests - closes) / 2;
    }

    /**
     * Checks that this host sends when the others first read the log end.
     *
     * @throws IllegalStateException if it begins too late for that
     */
    public void requireBegun(long nowNanos) {
        require(nowNanos - begins, LATEST_BEGIN_NANOS, "it began to send %d ms after the other load hosts");
    }

    /**
     * Checks that all other hosts have sent until this host was done with its window and had read
     * the log end.
     *
     * @throws IllegalStateException if they may have stopped before
     */
    public void requireDone(long nowNanos) {
        require(nowNanos - rests, 0, "it was done with its window %d ms after the other load hosts had ceased to send");
    }

    private static void require(long lateNanos, long most, String what) {
        if (lateNanos > most) {
            throw new IllegalStateException("late: " + String.format(Locale.ROOT, what, lateNanos / 1_000_000));
        }
    }
}
