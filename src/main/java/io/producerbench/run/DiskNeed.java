package io.producerbench.run;

import io.producerbench.environment.WorkDirectory;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.jmh.ForkIterations;
import io.producerbench.scenario.Pacing.OpenLoop;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.Workload;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How much the brokers of a run write at most before it is deleted. The topic of a sample is
 * deleted after it, so this is the largest sample, and what brokers write by themselves.
 *
 * @param mostBytes on a machine as fast as {@link #FAST}
 * @param leastBytes on a machine as slow as {@link #SLOW}
 */
public record DiskNeed(long mostBytes, long leastBytes) {
    /** What brokers write without any record: metadata, internal topics, indexes and logs. */
    private static final long BASE_BYTES = 100_000_000;

    /** A record's own header, and its share of the header of a small batch. */
    private static final long OVERHEAD_BYTES = 70;

    /** No rate of three brokers on one machine that was seen comes near it. */
    private static final Rate FAST = new Rate(1_000_000, 250_000_000);

    /** Every machine on which measuring makes sense is faster. */
    private static final Rate SLOW = new Rate(5_000, 5_000_000);

    /** What a fork sends beside its iterations: it warms itself up, and reads the log's end. */
    private static final Duration AROUND = Duration.ofSeconds(2);

    /** The highest rate of a machine, whichever of the two limits comes first. */
    private record Rate(long recordsPerSecond, long bytesPerSecond) {
        long bytes(Scenario scenario, double seconds) {
            long each = scenario.workload().recordSize() + OVERHEAD_BYTES;
            double most = Math.min(recordsPerSecond, (double) bytesPerSecond / each);
            double rate = scenario.pacing() instanceof OpenLoop open ? Math.min(most, open.recordsPerSecond()) : most;
            return Math.round(rate * each * seconds * Workload.REPLICATION_FACTOR);
        }
    }

    /** Returns the need of brokers that get few records. */
    public static DiskNeed ofFewRecords() {
        return new DiskNeed(BASE_BYTES, BASE_BYTES);
    }

    /** Returns the need of a run that takes samples of these scenarios, one after the other. */
    public static DiskNeed of(List<Scenario> scenarios, ForkIterations each) {
        double seconds = each.total().plus(AROUND).toMillis() / 1e3;
        return new DiskNeed(
                BASE_BYTES + largest(scenarios, scenario -> FAST.bytes(scenario, seconds)),
                BASE_BYTES + largest(scenarios, scenario -> SLOW.bytes(scenario, seconds)));
    }

    private static long largest(List<Scenario> scenarios, ToLongFunction<Scenario> bytes) {
        return scenarios.stream()
                .filter(scenario -> !scenario.isRefused())
                .mapToLong(bytes)
                .max()
                .orElse(0);
    }

    /**
     * Warns if so much may not fit into the directory.
     *
     * @throws EnvironmentException if not even the least fits
     */
    public void requireFitsInto(WorkDirectory directory, Progress progress) {
        long free = directory.freeBytes().orElse(Long.MAX_VALUE);
        long room = free - WorkDirectory.RESERVE_BYTES;
        String reserve = WorkDirectory.text(WorkDirectory.RESERVE_BYTES);
        if (room < leastBytes) {
            throw new EnvironmentException("the brokers need at least " + WorkDirectory.text(leastBytes)
                    + " for their data, and " + reserve + " must stay free, got " + directory
                    + ": give --work-dir a directory on a larger disk, or measure shorter or slower");
        }
        if (room < mostBytes) {
            progress.report("warning: a sample on a fast machine may write up to " + WorkDirectory.text(mostBytes)
                    + ", got " + directory + "; one that leaves less than " + reserve
                    + " is ended. Give --work-dir a directory on a larger disk, or measure shorter or slower");
        }
    }

    /** Returns both numbers for a person, and the directory that they must fit into. */
    public String text(WorkDirectory directory) {
        return "broker data: " + WorkDirectory.text(leastBytes) + " at least and up to " + WorkDirectory.text(mostBytes)
                + " on a fast machine, and "
                + WorkDirectory.text(WorkDirectory.RESERVE_BYTES) + " that stay free, in " + directory;
    }
}
