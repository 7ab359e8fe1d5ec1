package io.producerbench.run;

import io.producerbench.text.Durations;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Knows what a run is doing, for how long, and when the user last heard of it. It only looks; what
 * follows from what it sees is done by its caller.
 */
final class PhaseWatch {
    /** Half of what may pass in silence, and a bit, because it is looked at every few seconds. */
    static final Duration SILENCE = Duration.ofSeconds(40);

    /** How long a phase may take to end after it was told to. */
    static final Duration ENDING = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    private Phase phase;
    private long saidAt;

    /** @param nanos the time, as {@link System#nanoTime} tells it */
    PhaseWatch(LongSupplier nanos) {
        this.nanos = nanos;
        this.saidAt = nanos.getAsLong();
        this.phase = new Phase("getting ready", saidAt, Optional.empty(), Thread.currentThread());
    }

    /** What a run is doing. */
    static final class Phase {
        private final String doing;
        private final long since;
        private final Optional<Duration> limit;
        private final Thread worker;
        private String ended;
        private long endedAt;

        private Phase(String doing, long since, Optional<Duration> limit, Thread worker) {
            this.doing = doing;
            this.since = since;
            this.limit = limit;
            this.worker = worker;
        }
    }

    /** What is to be done about a phase. */
    sealed interface Finding {
        /** The user should hear this line, because nothing was said for a while. */
        record Silent(String line) implements Finding {}

        /** The phase takes longer than it may. It is found so until it is told to end. */
        record Overdue(Phase phase, String reason) implements Finding {}

        /** The phase was told to end, and has not. */
        record Stuck(String reason) implements Finding {}
    }

    /**
     * Begins a phase of this thread.
     *
     * @param doing what the run does in it, as in "while starting the brokers"
     * @return the phase around it, to be given to {@link #end}
     */
    synchronized Phase begin(String doing, Duration limit) {
        Phase around = phase;
        phase = new Phase(doing, nanos.getAsLong(), Optional.of(limit), Thread.currentThread());
        return around;
    }

    /** Ends the phase. Returns why it was told to end; empty if it ended by itself. */
    synchronized Optional<String> end(Phase around) {
        Optional<String> reason = Optional.ofNullable(phase.ended);
        if (reason.isPresent()) {
            // What was meant for the phase must not reach what comes after it.
            Thread.interrupted();
        }
        phase = new Phase("between two steps", nanos.getAsLong(), around.limit, around.worker);
        return reason;
    }

    /** Takes note that the user has heard something. */
    synchronized void said() {
        saidAt = nanos.getAsLong();
    }

    /** Returns what the run is doing, as in "while starting the brokers". */
    synchronized String doing() {
        return phase.doing;
    }

    /** Returns what is to be done now, if anything. */
    synchronized Optional<Finding> look() {
        long now = nanos.getAsLong();
        if (phase.ended != null) {
            return now - phase.endedAt > ENDING.toNanos()
                    ? Optional.of(new Finding.Stuck(phase.ended + ", and does not end"))
                    : Optional.empty();
        }
        if (phase.limit.filter(limit -> now - phase.since > limit.toNanos()).isPresent()) {
            return Optional.of(
                    new Finding.Overdue(phase, phase.doing + " took longer than " + Durations.text(phase.limit.get())));
        }
        if (now - saidAt > SILENCE.toNanos()) {
            saidAt = now;
            return Optional.of(new Finding.Silent(
                    "still " + phase.doing + ", for " + Durations.text(Duration.ofNanos(now - phase.since))));
        }
        return Optional.empty();
    }

    /** Interrupts the phase for this reason, unless it has ended by itself meanwhile. */
    synchronized void tellToEnd(Phase overdue, String reason) {
        if (phase == overdue) {
            phase.ended = reason;
            phase.endedAt = nanos.getAsLong();
            phase.worker.interrupt();
        }
    }
}
