package io.producerbench.calibration.stub;

import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * How a stub broker behaves. Given the same script and the same requests in the same order, it does the same.
 *
 * @param partitions how many every topic has; a topic exists as soon as it is asked for
 * @param errorShare the probability that {@code errorKind} hits a batch of a produce request
 * @param keepTruth whether the stub records what it did; off where only its speed is of interest
 */
public record StubScript(
        int partitions,
        Delay produceDelay,
        Delay endTxnDelay,
        double errorShare,
        ScriptedError errorKind,
        boolean keepTruth,
        long seed) {

    private static final Set<String> NAMES = new TreeSet<>(Set.of(
            "partitions", "produce_delay_ns", "end_txn_delay_ns", "error_share", "error_kind", "keep_truth", "seed"));

    public StubScript {
        if (partitions < 1) {
            throw new IllegalArgumentException("expected partitions to be at least 1, got " + partitions);
        }
        if (!(errorShare >= 0 && errorShare <= 1)) {
            throw new IllegalArgumentException("expected error_share to be between 0 and 1, got " + errorShare);
        }
        if (errorShare > 0 == (errorKind == ScriptedError.NONE)) {
            throw new IllegalArgumentException(
                    "expected error_kind NONE exactly if error_share is 0, got " + errorKind + " with " + errorShare);
        }
    }

    /** A broker that answers at once, never fails, and keeps the truth. */
    public static StubScript prompt(int partitions) {
        return new StubScript(partitions, Delay.ZERO, Delay.ZERO, 0, ScriptedError.NONE, true, 1);
    }

    public StubScript withProduceDelay(Delay delay) {
        return new StubScript(partitions, delay, endTxnDelay, errorShare, errorKind, keepTruth, seed);
    }

    public StubScript withEndTxnDelay(Delay delay) {
        return new StubScript(partitions, produceDelay, delay, errorShare, errorKind, keepTruth, seed);
    }

    public StubScript withErrors(double share, ScriptedError kind) {
        return new StubScript(partitions, produceDelay, endTxnDelay, share, kind, keepTruth, seed);
    }

    public StubScript withoutTruth() {
        return new StubScript(partitions, produceDelay, endTxnDelay, errorShare, errorKind, false, seed);
    }

    public StubScript withSeed(long newSeed) {
        return new StubScript(partitions, produceDelay, endTxnDelay, errorShare, errorKind, keepTruth, newSeed);
    }

    /** What {@link #parse} reads. */
    public Properties toProperties() {
        Properties properties = new Properties();
        properties.setProperty("partitions", Integer.toString(partitions));
        properties.setProperty("produce_delay_ns", produceDelay.text());
        properties.setProperty("end_txn_delay_ns", endTxnDelay.text());
        properties.setProperty("error_share", Double.toString(errorShare));
        properties.setProperty("error_kind", errorKind.name());
        properties.setProperty("keep_truth", Boolean.toString(keepTruth));
        properties.setProperty("seed", Long.toString(seed));
        return properties;
    }

    /**
     * The script of which these are the {@link #toProperties}.
     *
     * @throws IllegalArgumentException if a property is missing, unknown or not of its type
     */
    public static StubScript parse(Properties properties) {
        Set<String> names = new TreeSet<>(properties.stringPropertyNames());
        if (!names.equals(NAMES)) {
            throw new IllegalArgumentException("expected the properties " + NAMES + ", got " + names);
        }
        return new StubScript(
                read(properties, "partitions", Integer::valueOf),
                read(properties, "produce_delay_ns", Delay::parse),
                read(properties, "end_txn_delay_ns", Delay::parse),
                read(properties, "error_share", Double::valueOf),
                read(properties, "error_kind", ScriptedError::valueOf),
                read(properties, "keep_truth", StubScript::truthValue),
                read(properties, "seed", Long::valueOf));
    }

    private static <T> T read(Properties properties, String name, Function<String, T> type) {
        String value = properties.getProperty(name);
        try {
            return type.apply(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("cannot read " + name + "=" + value + ": " + e.getMessage(), e);
        }
    }

    private static boolean truthValue(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("expected true or false");
        };
    }
}
