package io.producerbench.cli;

import io.producerbench.failure.UsageException;
import io.producerbench.plan.CapacityAnchor;
import io.producerbench.plan.PlanGoal;
import io.producerbench.plan.PlanQuestion;
import io.producerbench.plan.PlannedBroker;
import io.producerbench.plan.PlannedLoad;
import io.producerbench.plan.PlannedTopic;
import io.producerbench.text.Quantity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options that say what is to be planned. */
final class PlanOptions {
    private static final long MOST_RECORDS = 100_000_000_000L;
    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_REPLICAS = 100;
    private static final int MOST_GROUPS = 1000;
    private static final int MOST_CORES = 10_000;
    private static final int MOST_BROKERS = 10_000;

    /** As full as a disk may be by default. */
    private static final double MOST_FILL = 0.4;

    @Option(names = "--rate", paramLabel = "N", description = "Records/s that are written.")
    private Long rate;

    @Option(names = "--record", paramLabel = "BYTES", description = "Length of a record's value: 1000 or 1kB.")
    private String record;

    @Option(names = "--slo", paramLabel = "GOALS", description = "Goals of latency, as p99=20ms,p99.9=100ms.")
    private String goals;

    @Option(names = "--rf", paramLabel = "N", description = "Replicas of each partition (default: 3).")
    private Integer replicationFactor;

    @Option(names = "--min-insync", paramLabel = "N", description = "min.insync.replicas (default: 2).")
    private Integer minInsyncReplicas;

    @Option(names = "--fanout", paramLabel = "N", description = "Consumer groups that read it all (default: 1).")
    private Integer fanout;

    @Option(
            names = "--survive",
            paramLabel = "N",
            description = "Brokers that may be down while the load goes on (default: 1).")
    private Integer survive;

    @Option(names = "--cores", paramLabel = "N", description = "Cores of a broker.")
    private Integer cores;

    @Option(names = "--nic", paramLabel = "SPEED", description = "Network of a broker: 1.25GB, 1.25 GiB/s, 10Gbit/s.")
    private String nic;

    @Option(names = "--disk", paramLabel = "SIZE", description = "Disk of a broker: 4TB.")
    private String disk;

    @Option(names = "--disk-fill", paramLabel = "SHARE", description = "How full it may be (default: 0.4).")
    private Double diskFill;

    @Option(names = "--retention", paramLabel = "TIME", description = "How long records are kept: 24h, 7d.")
    private String retention;

    @Option(
            names = "--anchor",
            paramLabel = "acks=1:RATE",
            description = "Records/s of that size that your own brokers sustain with acks=1.")
    private String anchor;

    @Option(
            names = "--anchor-brokers",
            paramLabel = "N",
            description = "How many brokers those are, with --cores cores each (default: 3).")
    private Integer anchorBrokers;

    private final String command;

    /** @param command that takes the options, for messages */
    PlanOptions(String command) {
        this.command = command;
    }

    /** Returns true if a plan is asked for, even if not with all that it needs. */
    boolean isAsked() {
        return Stream.of(
                        rate,
                        record,
                        goals,
                        replicationFactor,
                        minInsyncReplicas,
                        fanout,
                        survive,
                        cores,
                        nic,
                        disk,
                        diskFill,
                        retention,
                        anchor,
                        anchorBrokers)
                .anyMatch(Objects::nonNull);
    }

    PlanQuestion question() {
        return new PlanQuestion(load(), topic(), broker(), anchor());
    }

    private PlannedLoad load() {
        if (rate == null || record == null) {
            throw new UsageException(command + ": expected --rate and --record, got "
                    + (rate == null && record == null ? "neither" : "only " + (rate == null ? "--record" : "--rate"))
                    + "; as in ./run-bench.sh " + command + " results/<run> --rate 200000 --record 1000");
        }
        return new PlannedLoad(
                within("--rate", rate, 1, MOST_RECORDS),
                recordBytes(),
                goals == null ? List.of() : read("--slo", goals, PlanGoal::parse));
    }

    /** A number without a unit is of bytes here, because that is how a sweep takes it. */
    private int recordBytes() {
        String size = record.matches("\\d{1,9}") ? record + "B" : record;
        double bytes = read("--record", size, Quantity.BYTES::of).doubleValue();
        if (bytes > MOST_BYTES || bytes != Math.rint(bytes)) {
            throw new UsageException(
                    command + ": --record: expected whole bytes from 1 to " + MOST_BYTES + ", got: " + record);
        }
        return (int) bytes;
    }

    private PlannedTopic topic() {
        int replicas = within("--rf", replicationFactor == null ? 3 : replicationFactor, 1, MOST_REPLICAS);
        return new PlannedTopic(
                replicas,
                within(
                        "--min-insync",
                        minInsyncReplicas == null ? Math.min(2, replicas) : minInsyncReplicas,
                        1,
                        MOST_REPLICAS),
                within("--fanout", fanout == null ? 1 : fanout, 0, MOST_GROUPS),
                within("--survive", survive == null ? Math.min(1, replicas - 1) : survive, 0, MOST_REPLICAS));
    }

    private PlannedBroker broker() {
        if (diskFill != null && disk == null) {
            throw new UsageException(command + ": --disk-fill is for --disk; add that");
        }
        double fill = diskFill == null ? MOST_FILL : diskFill;
        if (!(fill > 0 && fill <= 1)) {
            throw new UsageException(command + ": --disk-fill: expected a share above 0, at most 1, got: " + fill);
        }
        return new PlannedBroker(
                cores == null ? OptionalInt.empty() : OptionalInt.of(within("--cores", cores, 1, MOST_CORES)),
                quantity("--nic", nic, Quantity.BYTES_PER_SECOND),
                quantity("--disk", disk, Quantity.BYTES),
                quantity("--retention", retention, Quantity.PERIOD),
                fill);
    }

    private Optional<CapacityAnchor> anchor() {
        if (anchor == null) {
            if (anchorBrokers != null) {
                throw new UsageException(command + ": --anchor-brokers is for --anchor; add that");
            }
            return Optional.empty();
        }
        int brokers = within("--anchor-brokers", anchorBrokers == null ? 3 : anchorBrokers, 1, MOST_BROKERS);
        return Optional.of(read("--anchor", anchor, text -> CapacityAnchor.parse(text, brokers)));
    }

    private OptionalDouble quantity(String option, String text, Quantity quantity) {
        return text == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(read(option, text, quantity::of).doubleValue());
    }

    /** Returns what the text of an option says. */
    private <T> T read(String option, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(command + ": " + option + ": " + e.getMessage());
        }
    }

    /** Returns the number if it is one of these. */
    private int within(String option, int number, int least, int most) {
        return (int) within(option, (long) number, least, most);
    }

    private long within(String option, long number, long least, long most) {
        if (number < least || number > most) {
            throw new UsageException(
                    command + ": " + option + ": expected " + least + " to " + most + ", got: " + number);
        }
        return number;
    }
}
